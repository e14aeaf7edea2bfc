package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.Policy.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.KernelState;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/**
 * {@code iptables -P FORWARD ACCEPT}, and red reaches blue.
 *
 * <p>The document says that {@code net.ipv4.ip_forward=1} is needed too. It is not: a bridge does not route.
 */
@TwoNamespacesOnABridge
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
@Firewall(IPTABLES_NFT)
@ChainPolicy(chain = FORWARD, target = ACCEPT)
@Scenario(id = "B2", title = "FORWARD ACCEPT lets red reach blue, ttl 64, without ip_forward")
class ForwardAccept {

    @Test
    void red_reaches_blue(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
        assertThat(node).chainPolicy(FORWARD).isAccept();
        assertThat(node).sysctl("net.ipv4.ip_forward").isEqualTo("0");
        assertThat(red).canReach("192.168.0.3").withTtl(64);
    }

    @Test
    void blue_reaches_red(@Netns("blue") NetworkNamespace blue) {
        assertThat(blue).canReach("192.168.0.2").withTtl(64);
    }

    @Test
    void blue_sees_red_itself(@Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        assertThat(blue)
                .whenPingedBy(red, "192.168.0.3")
                .seesSource("192.168.0.2")
                .withTtl(64);
    }

    /** {@code ping -t 1}: no router is on the way to take the last hop off it. */
    @Test
    void even_ttl_1_arrives(@Netns("red") NetworkNamespace red) {
        assertThat(Ping.of(red, "192.168.0.3").ttl(1).send()).isAnsweredWithTtl(64);
    }

    @Test
    void by_hand_it_is_the_same_network(Testbed declared) {
        try (Testbed byHand = Testbed.create(Topology.builder().build())) {
            DocumentCommands.HandMade made = DocumentCommands.type(
                    byHand.node(),
                    "sysctl -w net.bridge.bridge-nf-call-iptables=1",
                    "iptables -P FORWARD DROP",
                    "iptables -P FORWARD ACCEPT");
            Recipe.Outcomes typed = made.type("ip netns exec red ping -c 1 192.168.0.3");

            assertThat(typed.output(1)).contains("64 bytes from 192.168.0.3: icmp_seq=1 ttl=64 ");
            assertThat(KernelState.of(made.namespaces())).isEqualTo(KernelState.of(declared.namespaces()));
        }
    }
}
