package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Silence;
import dev.netjig.suites.support.UdpEcho;
import dev.netjig.suites.support.UdpFlow;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The kernel decides once for each flow whether to masquerade it, and remembers. Whoever edits rules under a running ping,
 * as the document's reader may, sees what was decided before.
 */
@TwoNamespacesOnABridge
@DefaultRoutes
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Firewall(IPTABLES_NFT)
@Scenario(id = "B6.6", title = "a flow keeps what MASQUERADE decided when it began, while the node tracks connections")
class ConnectionMemory {

    private static final String OUTSIDE = "8.8.8.8";
    private static final int ECHO = 7;
    private static final String MASQUERADE_RULE = "POSTROUTING -s 192.168.0.0/24 ! -o br0 -j MASQUERADE";
    private static final String TRACKING = "-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT";

    @BeforeEach
    void something_answers_outside(@Netns("internet") NetworkNamespace internet) {
        UdpEcho.start(internet, OUTSIDE, ECHO);
    }

    @Test
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
    @FirewallRule(raw = TRACKING)
    void a_flow_outlives_its_rule(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node)
            throws IOException {
        try (UdpFlow flow = flow(red)) {
            assertThat(flow.isAnswered(Silence.PATIENCE)).isTrue();
            iptables(node, "-F POSTROUTING");

            assertThat(flow.isAnswered(Silence.PATIENCE)).isTrue();
            assertThat(red).cannotReach(OUTSIDE).because(noWayBack("internet"));
        }
    }

    /** With its only user the kernel gives tracking up, a moment later, and with it what it remembered. */
    @Test
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
    void but_not_if_nothing_else_needs_tracking(
            @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) throws IOException {
        try (UdpFlow flow = flow(red)) {
            assertThat(flow.isAnswered(Silence.PATIENCE)).isTrue();
            iptables(node, "-F POSTROUTING");

            await().pollInSameThread().until(() -> !flow.isAnswered(Silence.LIMIT));
            assertThat(red).cannotReach(OUTSIDE).because(noWayBack("internet"));
        }
    }

    @Test
    @FirewallRule(raw = TRACKING)
    void a_flow_that_began_before_the_rule_is_not_repaired_by_it(
            @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) throws IOException {
        try (UdpFlow early = flow(red);
                UdpFlow late = flow(red)) {
            assertThat(early.isAnswered(Silence.LIMIT)).isFalse();
            iptables(node, "-A " + MASQUERADE_RULE);

            assertThat(early.isAnswered(Silence.LIMIT)).isFalse();
            assertThat(late.isAnswered(Silence.PATIENCE)).isTrue();
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }
    }

    @Test
    @FirewallRule(raw = TRACKING)
    void until_the_node_is_made_to_forget(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node)
            throws IOException {
        try (UdpFlow early = flow(red)) {
            assertThat(early.isAnswered(Silence.LIMIT)).isFalse();
            iptables(node, "-A " + MASQUERADE_RULE);
            node.exec("conntrack", "-F").orThrow();

            assertThat(early.isAnswered(Silence.PATIENCE)).isTrue();
        }
    }

    private static UdpFlow flow(NetworkNamespace red) {
        return UdpFlow.of(red, OUTSIDE, ECHO);
    }

    private static void iptables(NetworkNamespace node, String arguments) {
        node.shell("iptables-nft -t nat " + arguments).orThrow();
    }
}
