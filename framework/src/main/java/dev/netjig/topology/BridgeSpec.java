package dev.netjig.topology;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * A bridge: {@code ip link add br0 type bridge}. Its ports are the devices that name it as their master.
 *
 * @param name the device
 * @param netns the namespace that it lives in
 * @param addresses with their prefix lengths, in the order in which they are added
 * @param up whether it is brought up
 * @param mac its Ethernet address; if empty, the kernel's choice, which changes with the ports
 */
public record BridgeSpec(IfName name, String netns, List<Cidr> addresses, boolean up, Optional<MacAddress> mac)
        implements Spec {

    /** Copies the list. */
    public BridgeSpec {
        addresses = List.copyOf(addresses);
    }

    /** For example {@code bridge node/br0 192.168.0.1/24}. */
    @Override
    public String toString() {
        return "bridge " + netns + "/" + name
                + addresses.stream().map(address -> " " + address).collect(joining())
                + mac.map(address -> " address " + address).orElse("")
                + (up ? "" : " down");
    }

    /** Begins a bridge in namespace {@code node}, up, without addresses. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is not default. */
    public static final class Builder {

        // A bridge is described like the end of a link, only without a master.
        private final LinkEnd.Builder device;

        private Builder(String name) {
            device = LinkEnd.builder(name);
        }

        /** The namespace that the bridge lives in. */
        public Builder netns(String netns) {
            device.netns(netns);
            return this;
        }

        /** One or more addresses with prefix length: {@code 192.168.0.1/24}. */
        public Builder address(String... addresses) {
            device.address(addresses);
            return this;
        }

        /** The Ethernet address; empty for the kernel's choice. */
        public Builder mac(String mac) {
            device.mac(mac);
            return this;
        }

        /** Whether the bridge is brought up. */
        public Builder up(boolean up) {
            device.up(up);
            return this;
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if an element cannot be read
         */
        public BridgeSpec build() {
            Elements elements = new Elements();
            Optional<LinkEnd> read = device.read(elements);
            elements.check();
            LinkEnd bridge = read.orElseThrow();
            return new BridgeSpec(bridge.name(), bridge.netns(), bridge.addresses(), bridge.up(), bridge.mac());
        }
    }
}
