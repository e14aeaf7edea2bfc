package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.rejectedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.assertions.FilterPoint;
import dev.netjig.assertions.Reason;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.kernel.Errno;
import dev.netjig.probe.Ping;
import dev.netjig.suites.support.Attempts;
import dev.netjig.suites.support.Counted;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each chain of each namespace closed once, by its policy (DROP) or a rule (REJECT), for one tool. Red then tries blue by
 * ICMP, UDP and TCP; what is said of each is the errno that a program in red gets.
 */
// Declared here too, beside the topologies that the tests build, so that a machine without br_netfilter skips them.
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
abstract class ChainTableTestCase {

    private static final String BLUE = "192.168.0.3";

    private final FirewallBackend backend;

    ChainTableTestCase(FirewallBackend backend) {
        this.backend = backend;
    }

    @ParameterizedTest(name = "{0} {1} {2}: icmp {3}, udp {4}, tcp {5}")
    @CsvSource(delimiter = '|', textBlock = """
        red  | OUTPUT  | DROP   | EPERM        | EPERM        | ETIMEDOUT
        red  | OUTPUT  | REJECT | EPERM        | EPERM        | ETIMEDOUT
        red  | INPUT   | DROP   | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        red  | INPUT   | REJECT | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        blue | INPUT   | DROP   | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        blue | INPUT   | REJECT | ECONNREFUSED | ECONNREFUSED | ECONNREFUSED
        blue | OUTPUT  | DROP   | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        blue | OUTPUT  | REJECT | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        node | FORWARD | DROP   | ETIMEDOUT    | ETIMEDOUT    | ETIMEDOUT
        node | FORWARD | REJECT | ECONNREFUSED | ECONNREFUSED | ECONNREFUSED
        """)
    void closing_it_stops_red(String netns, Chain chain, Target target, String icmp, String udp, String tcp) {
        try (Testbed testbed = Testbed.create(closed(netns, chain, target))) {
            NetworkNamespace red = testbed.netns("red");
            Attempts attempts = Attempts.from(red).to(testbed.netns("blue"), BLUE);

            assertThat(attempts.icmp()).as("icmp").isEqualTo(icmp);
            assertThat(attempts.udp()).as("udp").isEqualTo(udp);
            assertThat(attempts.tcp()).as("tcp").isEqualTo(tcp);
            assertThat(red).cannotReach(BLUE).because(reason(netns, chain, target));
        }
    }

    /** The document wants INPUT and OUTPUT of the node open too; between red and blue they play no part. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "red, FORWARD, DROP",
        "red, FORWARD, REJECT",
        "blue, FORWARD, DROP",
        "blue, FORWARD, REJECT",
        "node, INPUT, DROP",
        "node, INPUT, REJECT",
        "node, OUTPUT, DROP",
        "node, OUTPUT, REJECT"
    })
    void closing_it_changes_nothing(String netns, Chain chain, Target target) {
        try (Testbed testbed = Testbed.create(closed(netns, chain, target))) {
            NetworkNamespace red = testbed.netns("red");
            Attempts attempts = Attempts.from(red).to(testbed.netns("blue"), BLUE);

            assertThat(red).canReach(BLUE).withTtl(64);
            assertThat(attempts.patientUdp()).as("udp").isEqualTo("answered");
            assertThat(attempts.tcp()).as("tcp").isEqualTo("answered");
        }
    }

    /** Between red and the node itself it is INPUT and OUTPUT of the node that count. */
    @ParameterizedTest
    @EnumSource(names = {"INPUT", "OUTPUT"})
    void the_nodes_own_chains_stop_red_from_reaching_the_node(Chain chain) {
        try (Testbed testbed = Testbed.create(closed("node", chain, Target.DROP))) {
            assertThat(testbed.netns("red")).cannotReach("192.168.0.1").because(reason("node", chain, Target.DROP));
        }
    }

    /** What Debian's ping does not say: its text is no evidence, errno and counter are. */
    @Test
    void a_refusal_at_reds_output_is_counted() {
        try (Testbed testbed = Testbed.create(closed("red", Chain.OUTPUT, Target.DROP))) {
            NetworkNamespace red = testbed.netns("red");
            Counted counted = Counted.in(red);

            assertThat(Ping.of(red, BLUE).send()).isRefusedWith(Errno.EPERM);
            assertThat(counted.by("IpOutDiscards")).isEqualTo(1);
        }
    }

    /** With lo up red's kernel can tell red's own program, unless the rule rejects that message too. */
    @Test
    void a_reject_at_reds_output_reaches_a_tcp_program_by_lo() {
        Topology topology = network()
                .rule(rule ->
                        rule.netns("red").chain(Chain.OUTPUT).destination(BLUE).target(Target.REJECT))
                .build();
        try (Testbed testbed = Testbed.create(topology)) {
            NetworkNamespace red = testbed.netns("red");
            red.linkUp("lo");
            Attempts attempts = Attempts.from(red).to(testbed.netns("blue"), BLUE);

            assertThat(attempts.icmp()).as("icmp").isEqualTo("EPERM");
            assertThat(attempts.udp()).as("udp").isEqualTo("EPERM");
            assertThat(attempts.tcp()).as("tcp").isEqualTo("ECONNREFUSED");
            assertThat(red).cannotReach(BLUE).because(rejectedBy("red", FilterPoint.OUTPUT_RULE));
        }
    }

    @Test
    void a_reject_of_everything_at_reds_output_rejects_its_own_message_too() {
        try (Testbed testbed = Testbed.create(closed("red", Chain.OUTPUT, Target.REJECT))) {
            NetworkNamespace red = testbed.netns("red");
            red.linkUp("lo");

            assertThat(Attempts.from(red).to(testbed.netns("blue"), BLUE).tcp()).isEqualTo("ETIMEDOUT");
            assertThat(red).cannotReach(BLUE).because(rejectedBy("red", FilterPoint.OUTPUT_RULE));
        }
    }

    private Topology.Builder network() {
        return Networks.twoNamespacesOnABridge()
                .firewall(backend)
                .sysctl("node", "net.bridge.bridge-nf-call-iptables", "1");
    }

    private Topology closed(String netns, Chain chain, Target target) {
        return target == Target.REJECT
                ? network()
                        .rule(rule -> rule.netns(netns).chain(chain).target(target))
                        .build()
                : network()
                        .chainPolicy(policy -> policy.netns(netns).chain(chain).policy(Policy.DROP))
                        .build();
    }

    private static Reason reason(String netns, Chain chain, Target target) {
        return target == Target.REJECT
                ? rejectedBy(netns, FilterPoint.valueOf(chain + "_RULE"))
                : droppedBy(netns, FilterPoint.valueOf(chain + "_POLICY"));
    }
}
