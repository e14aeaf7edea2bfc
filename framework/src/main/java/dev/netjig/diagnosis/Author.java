package dev.netjig.diagnosis;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Topology;
import java.util.Locale;
import java.util.Optional;

/** Who asked for a policy: what its chain's comment says or, since iptables has no comments on chains, the topology. */
final class Author {

    private final String netns;
    private final Topology topology;

    Author(NetworkNamespace netns) {
        this(netns.name(), netns.testbed().topology());
    }

    Author(String netns, Topology topology) {
        this.netns = netns;
        this.topology = topology;
    }

    Optional<String> ofPolicy(FirewallChain chain) {
        return chain.comment()
                .or(() -> topology.declarations().stream()
                        .filter(declared -> declared.spec() instanceof ChainPolicySpec spec && asksFor(spec, chain))
                        .findFirst()
                        .map(declared -> declared.origin().comment()));
    }

    private boolean asksFor(ChainPolicySpec spec, FirewallChain chain) {
        return spec.netns().equals(netns)
                && Optional.of(lower(spec.chain())).equals(chain.hook())
                && Optional.of(lower(spec.policy())).equals(chain.policy())
                && isOf(spec, chain);
    }

    private static boolean isOf(ChainPolicySpec spec, FirewallChain chain) {
        boolean inTable =
                chain.family().equals("ip") && chain.table().equals(spec.chain().table());
        return switch (spec.backend()) {
            case NFTABLES -> false; // its chains carry their comment
            case IPTABLES_NFT -> inTable && chain.owner() == FirewallOwner.NFTABLES;
            case IPTABLES_LEGACY -> inTable && chain.owner() == FirewallOwner.IPTABLES_LEGACY;
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
