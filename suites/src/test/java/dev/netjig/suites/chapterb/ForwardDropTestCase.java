package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.kernel.rtnetlink.NudState;
import dev.netjig.probe.Ping;
import dev.netjig.suites.support.Silence;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FORWARD DROP with bridge-nf on, whichever tool set it. */
@TwoNamespacesOnABridge
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
@ChainPolicy(chain = FORWARD, target = DROP)
abstract class ForwardDropTestCase {

    @Test
    void red_does_not_reach_blue(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    void blue_does_not_reach_red(@Netns("blue") NetworkNamespace blue) {
        assertThat(blue).cannotReach("192.168.0.2").because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    void the_sender_learns_nothing(@Netns("red") NetworkNamespace red) {
        assertThat(Ping.of(red, "192.168.0.3").timeout(Silence.LIMIT).send()).isLost();
    }

    @Test
    void the_explanation_names_who_asked_for_it(@Netns("red") NetworkNamespace red) {
        Explanation explanation = assertThat(red).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));

        assertThat(explanation.text()).contains("@ChainPolicy(chain = FORWARD, target = DROP) on class ForwardDrop");
    }

    /** ARP is not IP: it passes, so red knows blue's Ethernet address all the while. */
    @Test
    void arp_passes(@Netns("red") NetworkNamespace red) throws Exception {
        assertThat(red).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));

        InetAddress blue = InetAddress.getByName("192.168.0.3");
        assertThat(red.neighbours())
                .filteredOn(entry -> entry.address().equals(blue))
                .singleElement()
                .satisfies(entry -> assertThat(entry.states()).isEqualTo(Set.of(NudState.REACHABLE)));
    }

    /** Only what is bridged or routed passes FORWARD; the node's own packets do not. */
    @Test
    void the_node_reaches_both(@Netns("node") NetworkNamespace node) {
        assertThat(node).canReach("192.168.0.2").withTtl(64);
        assertThat(node).canReach("192.168.0.3").withTtl(64);
    }
}
