package dev.netjig.topology;

import java.util.Optional;

/**
 * Outgoing packets get the address of the device that they leave by: {@code iptables -t nat -A POSTROUTING -s
 * 192.168.0.0/24 ! -o br0 -j MASQUERADE}. IPv4.
 *
 * @param netns the namespace that the packets pass through
 * @param backend the tool
 * @param source the sources of the packets, without host bits
 * @param oifname the device that they leave by; any if empty
 */
public record MasqueradeSpec(String netns, FirewallBackend backend, Cidr source, Optional<OifMatch> oifname)
        implements Spec {

    /** For example {@code masquerade node 192.168.0.0/24 oifname ! br0 (nft)}. */
    @Override
    public String toString() {
        return "masquerade " + netns + " " + source
                + oifname.map(oif -> " oifname " + oif).orElse("") + " (" + backend.command() + ")";
    }

    /** Begins a masquerade in namespace {@code node} by {@code nft}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is not default. {@link #source} is mandatory; {@code default} stands for any. */
    public static final class Builder {

        private String netns = Topology.NODE;
        private FirewallBackend backend = FirewallBackend.NFTABLES;
        private String source = "";
        private String oifname = "";

        private Builder() {}

        /** The namespace that the packets pass through. */
        public Builder netns(String netns) {
            this.netns = netns;
            return this;
        }

        /** The tool. */
        public Builder backend(FirewallBackend backend) {
            this.backend = backend;
            return this;
        }

        /** The sources of the packets: {@code 192.168.0.0/24}. */
        public Builder source(String source) {
            this.source = source;
            return this;
        }

        /** The device that they leave by: {@code eth0} or {@code ! br0}; empty for any. */
        public Builder oifname(String oifname) {
            this.oifname = oifname;
            return this;
        }

        String source() {
            return source;
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if an element cannot be read or the source is missing
         */
        public MasqueradeSpec build() {
            Elements elements = new Elements();
            if (source.isEmpty()) {
                elements.missing("source", "name the sources to hide: 192.168.0.0/24, or default for any");
            }
            Optional<Cidr> cidr = elements.readOptional("source", source, Cidr::parse);
            Optional<OifMatch> oif = elements.readOptional("oifname", oifname, OifMatch::parse);
            elements.check();
            return new MasqueradeSpec(netns, backend, cidr.orElseThrow(), oif);
        }
    }
}
