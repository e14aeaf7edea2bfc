package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/** A bridge that has forgotten who is where floods copies of the probe to hosts that it is not for. */
@NeedsNamespaces
class FloodingTests {

    private static Topology.Builder threeOnAHub() {
        return Networks.bridge()
                .netns("green")
                .vethPair(
                        "veth1-g",
                        v -> v.master("br0")
                                .peer("veth2-g", p -> p.netns("green").address("192.168.0.4/24")));
    }

    /** Neighbours are known, so that no ARP teaches the bridge, which learns nothing from now on. */
    private static void forget(Testbed testbed) {
        assertThat(Ping.of(testbed.netns("red"), "192.168.0.3").send().isAnswered())
                .isTrue();
        testbed.node().shell("""
                        for port in veth1-r veth1-b veth1-g; do
                          bridge link set dev $port learning off
                          bridge fdb flush dev $port 2>/dev/null || ip link set dev $port type bridge_slave fdb_flush
                        done
                        """).orThrow();
    }

    @Test
    void a_copy_that_somebody_else_gets_is_not_the_end_of_the_way() {
        Explanation explanation = Explanations.of(
                threeOnAHub(),
                testbed -> {
                    forget(testbed);
                    testbed.netns("blue").sysctl("net.ipv4.icmp_echo_ignore_all", "1");
                },
                "red",
                "192.168.0.3");

        assertThat(explanation.cause()).isEqualTo(new Cause.EchoIgnored("blue", "net.ipv4.icmp_echo_ignore_all"));
    }

    @Test
    void a_rule_that_drops_a_copy_is_not_blamed() {
        Explanation explanation = Explanations.of(
                threeOnAHub(),
                testbed -> {
                    forget(testbed);
                    testbed.node()
                            .exec(
                                    "iptables-legacy",
                                    "-A",
                                    "FORWARD",
                                    "-m",
                                    "physdev",
                                    "--physdev-out",
                                    "veth1-g",
                                    "-j",
                                    "DROP")
                            .orThrow();
                    testbed.netns("blue")
                            .nft(
                                    "table ip t { chain i { type filter hook input priority 0; ip protocol icmp drop; }; }");
                },
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.netns()).isEqualTo("blue"));
    }

    @Test
    void a_rule_that_drops_the_one_that_matters_is_blamed() {
        Explanation explanation = Explanations.of(
                threeOnAHub(),
                testbed -> {
                    forget(testbed);
                    testbed.node()
                            .exec(
                                    "iptables-legacy",
                                    "-A",
                                    "FORWARD",
                                    "-m",
                                    "physdev",
                                    "--physdev-out",
                                    "veth1-b",
                                    "-j",
                                    "DROP")
                            .orThrow();
                },
                "red",
                "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.netns()).isEqualTo("node"));
    }
}
