package dev.netjig.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A firewall rule: {@code iptables -A FORWARD -s 192.168.0.2 -j DROP}.
 *
 * @param netns the namespace
 * @param backend the tool
 * @param body what it says
 */
public record FirewallRuleSpec(String netns, FirewallBackend backend, RuleBody body) implements Spec {

    /** For example {@code rule node FORWARD source 192.168.0.2/32 DROP (nft)}. */
    @Override
    public String toString() {
        return "rule " + netns + " " + body + " (" + backend.command() + ")";
    }

    /** A rule in the backend's own language. */
    public static FirewallRuleSpec raw(String netns, FirewallBackend backend, String text) {
        return new FirewallRuleSpec(netns, backend, new RawRule(text));
    }

    /** Begins a typed rule in namespace {@code node} by {@code nft}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is not default. {@link #chain} and {@link #target} are mandatory. */
    public static final class Builder {

        private String netns = Topology.NODE;
        private FirewallBackend backend = FirewallBackend.NFTABLES;
        private Optional<Chain> chain = Optional.empty();
        private Optional<Target> target = Optional.empty();
        private String source = "";
        private String destination = "";
        private String protocol = "";
        private OptionalInt dport = OptionalInt.empty();
        private String iifname = "";
        private String oifname = "";
        private Optional<RejectWith> rejectWith = Optional.empty();

        private Builder() {}

        /** The namespace. */
        public Builder netns(String netns) {
            this.netns = netns;
            return this;
        }

        /** The tool. */
        public Builder backend(FirewallBackend backend) {
            this.backend = backend;
            return this;
        }

        /** The chain that it is appended to. */
        public Builder chain(Chain chain) {
            this.chain = Optional.of(chain);
            return this;
        }

        /** The sources of the packets; empty for any. */
        public Builder source(String source) {
            this.source = source;
            return this;
        }

        /** The destinations of the packets; empty for any. */
        public Builder destination(String destination) {
            this.destination = destination;
            return this;
        }

        /** {@code tcp}, {@code udp}, {@code icmp}, …; empty for any. */
        public Builder protocol(String protocol) {
            this.protocol = protocol;
            return this;
        }

        /** The destination port. */
        public Builder dport(int port) {
            this.dport = OptionalInt.of(port);
            return this;
        }

        /** The device that the packets came in by; empty for any. */
        public Builder iifname(String device) {
            this.iifname = device;
            return this;
        }

        /** The device that the packets leave by; empty for any. */
        public Builder oifname(String device) {
            this.oifname = device;
            return this;
        }

        /** What happens to the packets. */
        public Builder target(Target target) {
            this.target = Optional.of(target);
            return this;
        }

        /** What a REJECT tells the sender. */
        public Builder rejectWith(RejectWith answer) {
            this.rejectWith = Optional.of(answer);
            return this;
        }

        String describe() {
            return chain.map(Chain::name).orElse("")
                    + target.map(verdict -> " " + verdict).orElse("");
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if an element cannot be read, or chain or target is missing
         */
        public FirewallRuleSpec build() {
            Elements elements = new Elements();
            if (chain.isEmpty()) {
                elements.missing("chain", "name one of PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING");
            }
            if (target.isEmpty()) {
                elements.missing("target", "name ACCEPT, DROP or REJECT");
            }
            Optional<Cidr> from = elements.readOptional("source", source, Cidr::parse);
            Optional<Cidr> to = elements.readOptional("destination", destination, Cidr::parse);
            Optional<IfName> in = elements.readOptional("iifname", iifname, IfName::new);
            Optional<IfName> out = elements.readOptional("oifname", oifname, IfName::new);
            elements.check();
            Optional<String> proto = protocol.isEmpty() ? Optional.empty() : Optional.of(protocol);
            TypedRule rule = new TypedRule(
                    chain.orElseThrow(), from, to, proto, dport, in, out, target.orElseThrow(), rejectWith);
            return new FirewallRuleSpec(netns, backend, rule);
        }
    }
}
