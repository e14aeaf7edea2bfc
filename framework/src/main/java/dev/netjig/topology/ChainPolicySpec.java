package dev.netjig.topology;

import java.util.Optional;

/**
 * What a chain does with packets that no rule decided: {@code iptables -P FORWARD DROP}. IPv4.
 *
 * @param netns the namespace
 * @param backend the tool
 * @param chain the chain
 * @param policy what happens to the packets
 */
public record ChainPolicySpec(String netns, FirewallBackend backend, Chain chain, Policy policy) implements Spec {

    /** For example {@code policy node FORWARD DROP (nft)}. */
    @Override
    public String toString() {
        return "policy " + netns + " " + chain + " " + policy + " (" + backend.command() + ")";
    }

    /** Begins a policy in namespace {@code node} by {@code nft}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is not default. {@link #chain} and {@link #policy} are mandatory. */
    public static final class Builder {

        private String netns = Topology.NODE;
        private FirewallBackend backend = FirewallBackend.NFTABLES;
        private Optional<Chain> chain = Optional.empty();
        private Optional<Policy> policy = Optional.empty();

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

        /** The chain. */
        public Builder chain(Chain chain) {
            this.chain = Optional.of(chain);
            return this;
        }

        /** What happens to the packets. */
        public Builder policy(Policy policy) {
            this.policy = Optional.of(policy);
            return this;
        }

        String describe() {
            return chain.map(Chain::name).orElse("")
                    + policy.map(target -> " " + target).orElse("");
        }

        /**
         * Reads all elements.
         *
         * @throws InvalidDeclarationException if chain or policy is missing
         */
        public ChainPolicySpec build() {
            Elements elements = new Elements();
            if (chain.isEmpty()) {
                elements.missing("chain", "name one of PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING");
            }
            if (policy.isEmpty()) {
                elements.missing("policy", "name ACCEPT or DROP");
            }
            elements.check();
            return new ChainPolicySpec(netns, backend, chain.orElseThrow(), policy.orElseThrow());
        }
    }
}
