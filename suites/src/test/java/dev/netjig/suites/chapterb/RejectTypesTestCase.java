package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.rejectedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.support.Attempts;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a REJECT says, for one tool: the errno of a TCP program, and the ICMP error as ping prints it. */
// Declared here too, beside the topologies that the tests build, so that a machine without br_netfilter skips them.
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
abstract class RejectTypesTestCase {

    private static final String BLUE = "192.168.0.3";
    private static final String NODE = "192.168.0.1";
    private static final int DESTINATION_UNREACHABLE = 3;

    private final FirewallBackend backend;

    RejectTypesTestCase(FirewallBackend backend) {
        this.backend = backend;
    }

    @ParameterizedTest(name = "{0}: tcp {1}, icmp 3/{2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        NET_UNREACHABLE   | ENETUNREACH  | 0  | Destination Net Unreachable
        HOST_UNREACHABLE  | EHOSTUNREACH | 1  | Destination Host Unreachable
        PROTO_UNREACHABLE | ENOPROTOOPT  | 2  | Destination Protocol Unreachable
        PORT_UNREACHABLE  | ECONNREFUSED | 3  | Destination Port Unreachable
        NET_PROHIBITED    | ENETUNREACH  | 9  | Destination Net Prohibited
        HOST_PROHIBITED   | EHOSTUNREACH | 10 | Destination Host Prohibited
        ADMIN_PROHIBITED  | EHOSTUNREACH | 13 | Packet filtered
        """)
    void red_is_told(RejectWith answer, String tcp, int code, String words) {
        Topology topology = network()
                .rule(rule -> rule.chain(FORWARD).target(Target.REJECT).rejectWith(answer))
                .build();
        try (Testbed testbed = Testbed.create(topology)) {
            NetworkNamespace red = testbed.netns("red");

            assertThat(Ping.of(red, BLUE).send()).hasIcmpError(DESTINATION_UNREACHABLE, code, NODE);
            assertThat(red.exec("ping", "-c", "1", "-W", "1", BLUE).stdout())
                    .contains("From " + NODE + " icmp_seq=1 " + words);
            assertThat(Attempts.from(red).to(testbed.netns("blue"), BLUE).tcp()).isEqualTo(tcp);
            assertThat(red).cannotReach(BLUE).because(rejectedBy("node", FORWARD_RULE));
        }
    }

    /** A segment that resets the connection, and at once: there is nothing to try again. */
    @Test
    void a_tcp_reset_refuses_the_connection_and_lets_ping_pass() {
        Topology topology = network()
                .rule(rule -> rule.chain(FORWARD)
                        .protocol("tcp")
                        .target(Target.REJECT)
                        .rejectWith(RejectWith.TCP_RESET))
                .build();
        try (Testbed testbed = Testbed.create(topology)) {
            NetworkNamespace red = testbed.netns("red");

            assertThat(Attempts.from(red).to(testbed.netns("blue"), BLUE).tcp()).isEqualTo("ECONNREFUSED");
            assertThat(red).canReach(BLUE).withTtl(64);
        }
    }

    /** The kernel sends one ICMP error a second and destination, after the first six; the table needs more. */
    private Topology.Builder network() {
        return Networks.twoNamespacesOnABridge()
                .firewall(backend)
                .sysctl("node", "net.bridge.bridge-nf-call-iptables", "1")
                .sysctl("node", "net.ipv4.icmp_ratelimit", "0");
    }
}
