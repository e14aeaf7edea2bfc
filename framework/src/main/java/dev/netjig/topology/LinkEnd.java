package dev.netjig.topology;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One end of a veth pair.
 *
 * @param name the device
 * @param netns the namespace that it lives in
 * @param master the bridge that it is a port of, in the same namespace
 * @param addresses with their prefix lengths, in the order in which they are added
 * @param mac its Ethernet address; the kernel's random one if empty
 * @param up whether it is brought up
 */
public record LinkEnd(
        IfName name,
        String netns,
        Optional<IfName> master,
        List<Cidr> addresses,
        Optional<MacAddress> mac,
        boolean up) {

    /** Copies the list. */
    public LinkEnd {
        addresses = List.copyOf(addresses);
    }

    /** For example {@code red/veth2-r 192.168.0.2/24} or {@code node/veth1-r master br0}. */
    @Override
    public String toString() {
        return netns + "/" + name
                + master.map(bridge -> " master " + bridge).orElse("")
                + addresses.stream().map(address -> " " + address).collect(joining())
                + mac.map(address -> " address " + address).orElse("")
                + (up ? "" : " down");
    }

    static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is not default: an end in namespace {@code node}, up, with no master and no address. */
    public static final class Builder {

        private final String name;
        private String netns = Topology.NODE;
        private String master = "";
        private String mac = "";
        private final List<String> addresses = new ArrayList<>();
        private boolean up = true;

        private Builder(String name) {
            this.name = name;
        }

        /** The namespace that this end lives in. */
        public Builder netns(String netns) {
            this.netns = netns;
            return this;
        }

        /** The bridge that this end is a port of; empty for none. */
        public Builder master(String bridge) {
            this.master = bridge;
            return this;
        }

        /** One or more addresses with prefix length: {@code 192.168.0.2/24}. */
        public Builder address(String... addresses) {
            this.addresses.addAll(List.of(addresses));
            return this;
        }

        /** The Ethernet address; empty for the kernel's choice. */
        public Builder mac(String mac) {
            this.mac = mac;
            return this;
        }

        /** Whether this end is brought up. */
        public Builder up(boolean up) {
            this.up = up;
            return this;
        }

        /** Empty if the name cannot be read. */
        Optional<LinkEnd> read(Elements elements) {
            Optional<IfName> device = elements.read("name", name, IfName::new);
            Optional<IfName> bridge = elements.readOptional("master", master, IfName::new);
            Optional<MacAddress> ethernet = elements.readOptional("mac", mac, MacAddress::new);
            List<Cidr> cidrs = addresses.stream()
                    .flatMap(address -> elements.read("address", address, Cidr::parse).stream())
                    .toList();
            return device.map(present -> new LinkEnd(present, netns, bridge, cidrs, ethernet, up));
        }
    }
}
