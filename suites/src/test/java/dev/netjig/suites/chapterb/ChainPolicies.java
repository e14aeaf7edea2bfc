package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.OUTPUT;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/**
 * What the document reads in three namespaces before it finds the culprit, and what {@code iptables -S} does not show:
 * the chains of the other tools.
 */
@TwoNamespacesOnABridge
@Scenario(id = "B3", title = "iptables -S shows three times ACCEPT in red and blue, and FORWARD DROP at the node")
class ChainPolicies {

    private static final String ALL_ACCEPT = "-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT";
    private static final String FORWARD_DROP = "-P INPUT ACCEPT\n-P FORWARD DROP\n-P OUTPUT ACCEPT";

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_NFT)
    void by_the_kernels_own_word(
            @Netns("red") NetworkNamespace red,
            @Netns("blue") NetworkNamespace blue,
            @Netns("node") NetworkNamespace node) {
        assertThat(red).chainPolicy(FORWARD).isAccept();
        assertThat(blue).chainPolicy(FORWARD).isAccept();
        assertThat(node).chainPolicy(INPUT).isAccept();
        assertThat(node).chainPolicy(FORWARD).isDrop();
        assertThat(node).chainPolicy(OUTPUT).isAccept();
    }

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_NFT)
    void by_iptables(
            @Netns("red") NetworkNamespace red,
            @Netns("blue") NetworkNamespace blue,
            @Netns("node") NetworkNamespace node) {
        assertThat(policies(red)).isEqualTo(ALL_ACCEPT);
        assertThat(policies(blue)).isEqualTo(ALL_ACCEPT);
        assertThat(policies(node)).isEqualTo(FORWARD_DROP);
    }

    /** {@code iptables} is iptables-nft here; a kernel has both filters, and a packet meets both. */
    @Test
    @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_LEGACY)
    void a_legacy_drop_shows_only_as_a_warning(@Netns("node") NetworkNamespace node) {
        assertThat(policies(node))
                .isEqualTo("# Warning: iptables-legacy tables present, use iptables-legacy to see them\n" + ALL_ACCEPT);
        assertThat(node.exec("iptables-legacy", "-S").orThrow().stdout().strip())
                .isEqualTo(FORWARD_DROP);
        assertThat(node).chainPolicy(FORWARD).isDrop();
    }

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP, backend = NFTABLES)
    void a_drop_of_nftables_does_not_show_at_all(@Netns("node") NetworkNamespace node) {
        assertThat(policies(node)).isEqualTo(ALL_ACCEPT);
        assertThat(node).chainPolicy(FORWARD).isDrop();
    }

    @Test
    void ip_netns_lists_the_newest_first(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("ip", "netns").orThrow().stdout().lines())
                .containsSubsequence("blue (id: 1)", "red (id: 0)");
    }

    @Test
    void by_hand() {
        try (Testbed empty = Testbed.create(Topology.builder().build())) {
            Recipe.Outcomes typed = DocumentCommands.type(empty.node(), "iptables -P FORWARD DROP")
                    .type("ip netns exec red iptables -S", "ip netns exec blue iptables -S", "iptables -S");

            assertThat(typed.output(1)).isEqualTo(ALL_ACCEPT);
            assertThat(typed.output(2)).isEqualTo(ALL_ACCEPT);
            assertThat(typed.output(3)).isEqualTo(FORWARD_DROP);
        }
    }

    private static String policies(NetworkNamespace netns) {
        return Recipe.of("iptables-nft -S").runIn(netns).output(1);
    }
}
