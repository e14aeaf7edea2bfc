package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Red pings blue and fails: where the document begins to ask why. */
@Scenario(id = "B1", title = "FORWARD DROP stops red from reaching blue, for bridge-nf shows bridged packets to it")
class ForwardDrop {

    @Nested
    @Firewall(NFTABLES)
    class ByNftables extends ForwardDropTestCase {}

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends ForwardDropTestCase {}

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends ForwardDropTestCase {}

    @Test
    @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
    void by_hand(@Netns("node") NetworkNamespace node) {
        DocumentCommands.HandMade made = DocumentCommands.type(
                node, "sysctl -w net.bridge.bridge-nf-call-iptables=1", "iptables -P FORWARD DROP");
        Recipe.Outcome ping =
                made.type("ip netns exec red ping -c 1 -W 0.3 192.168.0.3").step(1);

        assertThat(ping.exitCode()).isEqualTo(1);
        assertThat(ping.output()).contains("1 packets transmitted, 0 received, 100% packet loss");
        assertThat(made.red()).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
    }
}
