package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.KernelState;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where the document ends: red and blue reach the world. */
@Scenario(id = "B6", title = "with MASQUERADE 8.8.8.8 answers red and blue, ttl 103, and sees only the node")
class Masqueraded {

    private static final String[] COMMANDS =
            DocumentCommands.routesAnd(DocumentCommands.IP_FORWARD, DocumentCommands.MASQUERADE);

    @Nested
    @Firewall(NFTABLES)
    class ByNftables extends MasqueradeTestCase {}

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends MasqueradeTestCase {}

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends MasqueradeTestCase {}

    /** A rule of the table nat sees the first packet of each flow only. */
    @Test
    @ReachingTheInternet
    @Firewall(IPTABLES_NFT)
    void the_rule_counts_flows_and_not_packets(
            @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
        red.exec("ping", "-c", "3", "-i", "0.01", "8.8.8.8").orThrow();

        assertThat(node.exec("iptables-nft", "-t", "nat", "-L", "POSTROUTING", "-v", "-n", "-x")
                        .orThrow()
                        .stdout())
                .containsPattern("(?m)^ +1 +84 MASQUERADE .* !br0 +192.168.0.0/24");
    }

    @Test
    @Internet
    void by_hand(@Netns("node") NetworkNamespace node) {
        Recipe.Outcomes typed = DocumentCommands.type(node, COMMANDS)
                .type(
                        "ip netns exec red ping -c 1 8.8.8.8",
                        "ip netns exec blue ping -c 1 8.8.8.8",
                        "iptables -t nat -S POSTROUTING");

        assertThat(typed.output(1)).contains("64 bytes from 8.8.8.8: icmp_seq=1 ttl=103 ");
        assertThat(typed.output(2)).contains("64 bytes from 8.8.8.8: icmp_seq=1 ttl=103 ");
        assertThat(typed.output(3).lines()).contains("-A POSTROUTING -s 192.168.0.0/24 ! -o br0 -j MASQUERADE");
    }

    @Test
    @TwoNamespacesOnABridge
    @DefaultRoutes
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0", backend = IPTABLES_NFT)
    void the_documents_commands_make_what_the_annotations_declare(
            Testbed declared, @Netns("node") NetworkNamespace declaredNode) {
        try (Testbed byHand = Testbed.create(Topology.builder().build())) {
            DocumentCommands.HandMade made = DocumentCommands.type(byHand.node(), COMMANDS);

            assertThat(KernelState.of(made.namespaces())).isEqualTo(KernelState.of(declared.namespaces()));
            assertThat(KernelState.forwarding(made.node())).isEqualTo(KernelState.forwarding(declaredNode));
        }
    }
}
