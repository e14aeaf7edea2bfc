package dev.netjig.diagnosis;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallBackend;
import java.util.Locale;
import java.util.Optional;

/** Who asked for a policy: what its chain's comment says or, since iptables has no comments on chains, the topology. */
final class Author {

    private Author() {}

    static Optional<String> ofPolicy(Scene scene, String netns, FirewallChain chain) {
        return chain.comment()
                .or(() -> scene.sender().testbed().topology().declarations().stream()
                        .filter(declared -> declared.spec() instanceof ChainPolicySpec spec
                                && spec.netns().equals(netns)
                                && spec.chain()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(chain.hook().orElse(""))
                                && spec.policy()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .equals(chain.policy().orElse(""))
                                && isOf(spec.backend(), chain))
                        .map(Declared::origin)
                        .findFirst()
                        .map(origin -> "netjig: " + origin));
    }

    private static boolean isOf(FirewallBackend backend, FirewallChain chain) {
        return switch (backend) {
            case NFTABLES -> false; // its chains carry their comment
            case IPTABLES_NFT ->
                chain.owner() == FirewallOwner.NFTABLES && chain.table().equals("filter");
            case IPTABLES_LEGACY ->
                chain.owner() == FirewallOwner.IPTABLES_LEGACY && chain.table().equals("filter");
        };
    }
}
