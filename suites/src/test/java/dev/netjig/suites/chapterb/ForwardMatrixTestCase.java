package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of FORWARD × bridge-nf × ip_forward for one tool, with what FORWARD counts for one ping. */
@TwoNamespacesOnABridge
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
abstract class ForwardMatrixTestCase {

    private static final String CELL = "bridge-nf-call-iptables {0}, ip_forward {1}";
    private static final String BLUE = "192.168.0.3";

    /** What the policy of FORWARD has counted, as the tool prints it. */
    abstract String countedByPolicy(NetworkNamespace node);

    /** What the only rule of FORWARD has counted, as the tool prints it. */
    abstract String countedByRule(NetworkNamespace node);

    @ParameterizedTest(name = CELL)
    @CsvSource({
        "0, 0, '0 packets, 0 bytes'",
        "0, 1, '0 packets, 0 bytes'",
        "1, 0, '2 packets, 168 bytes'",
        "1, 1, '2 packets, 168 bytes'"
    })
    @ChainPolicy(chain = FORWARD, target = Policy.ACCEPT)
    void policy_accept_lets_it_through(
            String bridgeNf,
            String ipForward,
            String counted,
            @Netns("node") NetworkNamespace node,
            @Netns("red") NetworkNamespace red) {
        set(node, bridgeNf, ipForward);

        assertThat(red).canReach(BLUE).withTtl(64);
        assertThat(countedByPolicy(node)).isEqualTo(counted);
    }

    @ParameterizedTest(name = CELL)
    @CsvSource({"0, 0", "0, 1"})
    @ChainPolicy(chain = FORWARD, target = Policy.DROP)
    void policy_drop_does_not_see_what_is_bridged(
            String bridgeNf,
            String ipForward,
            @Netns("node") NetworkNamespace node,
            @Netns("red") NetworkNamespace red) {
        set(node, bridgeNf, ipForward);

        assertThat(node).chainPolicy(FORWARD).isDrop();
        assertThat(red).canReach(BLUE).withTtl(64);
        assertThat(countedByPolicy(node)).isEqualTo("0 packets, 0 bytes");
    }

    @ParameterizedTest(name = CELL)
    @CsvSource({"1, 0", "1, 1"})
    @ChainPolicy(chain = FORWARD, target = Policy.DROP)
    void policy_drop_with_bridge_nf_loses_it(
            String bridgeNf,
            String ipForward,
            @Netns("node") NetworkNamespace node,
            @Netns("red") NetworkNamespace red) {
        set(node, bridgeNf, ipForward);

        assertThat(red).cannotReach(BLUE).because(droppedBy("node", FORWARD_POLICY));
        assertThat(countedByPolicy(node)).isEqualTo("1 packets, 84 bytes");
    }

    @ParameterizedTest(name = CELL)
    @CsvSource({"0, 0", "0, 1"})
    @FirewallRule(chain = FORWARD, target = Target.DROP)
    void a_drop_rule_does_not_see_what_is_bridged(
            String bridgeNf,
            String ipForward,
            @Netns("node") NetworkNamespace node,
            @Netns("red") NetworkNamespace red) {
        set(node, bridgeNf, ipForward);

        assertThat(red).canReach(BLUE).withTtl(64);
        assertThat(countedByRule(node)).isEqualTo("0 packets, 0 bytes");
    }

    @ParameterizedTest(name = CELL)
    @CsvSource({"1, 0", "1, 1"})
    @FirewallRule(chain = FORWARD, target = Target.DROP)
    void a_drop_rule_with_bridge_nf_loses_it(
            String bridgeNf,
            String ipForward,
            @Netns("node") NetworkNamespace node,
            @Netns("red") NetworkNamespace red) {
        set(node, bridgeNf, ipForward);

        assertThat(red).cannotReach(BLUE).because(droppedBy("node", FORWARD_RULE));
        assertThat(countedByRule(node)).isEqualTo("1 packets, 84 bytes");
    }

    private static void set(NetworkNamespace node, String bridgeNf, String ipForward) {
        node.sysctl("net.bridge.bridge-nf-call-iptables", bridgeNf);
        node.sysctl("net.ipv4.ip_forward", ipForward);
    }
}
