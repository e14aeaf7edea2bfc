package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Something else goes wrong in the same namespaces at the same time, and must not be blamed. */
@NeedsNamespaces
class NoiseTests {

    /** Floods {@code from} → {@code to} with other echo requests while the probe is under way. */
    private static Cause causeUnderFlood(Topology.Builder network, Explanations.Change change, String from, String to) {
        return Explanations.proven(Explanations.of(
                network,
                testbed -> {
                    change.apply(testbed);
                    flood(testbed, from, to);
                },
                "red",
                "192.168.0.3"));
    }

    private static void flood(Testbed testbed, String from, String... pingArguments) {
        NetworkNamespace sender = testbed.netns(from);
        SnmpCounters before = SnmpCounters.of(sender);
        String[] command = Stream.concat(Stream.of("ping", "-i", "0.01"), Stream.of(pingArguments))
                .toArray(String[]::new);
        sender.command(command).start();
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> SnmpCounters.of(sender).since(before, "IcmpOutEchos") > 2);
    }

    @Test
    void another_ping_that_a_legacy_rule_drops_where_ours_ends() {
        Cause cause = causeUnderFlood(
                Networks.bridge(), testbed -> testbed.netns("blue").shell("""
                                iptables-legacy -A INPUT -s 192.168.0.1 -p icmp -j DROP
                                iptables-legacy -A OUTPUT -p icmp -j DROP
                                """).orThrow(), "node", "192.168.0.3");

        assertThat(cause)
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.culprit().hook()).isEqualTo("output"));
    }

    @Test
    void another_ping_that_an_nft_rule_drops_where_ours_ends() {
        Cause cause = causeUnderFlood(
                Networks.bridge(), testbed -> testbed.netns("blue").nft("""
                        table ip t {
                          chain i { type filter hook input priority 0; ip saddr 192.168.0.1 drop; };
                          chain o { type filter hook output priority 0; ip protocol icmp drop; };
                        }"""), "node", "192.168.0.3");

        assertThat(cause)
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.culprit().hook()).isEqualTo("output"));
    }

    @Test
    void another_ping_that_the_reverse_path_filter_drops_where_ours_is_ignored() {
        Explanation explanation = Explanations.of(
                Networks.internet()
                        .route(r -> r.netns("internet").to("192.168.0.2/32").via("10.0.0.2"))
                        .sysctl("internet", "net.ipv4.conf.all.rp_filter", "1")
                        .sysctl("internet", "net.ipv4.icmp_echo_ignore_all", "1"),
                testbed -> flood(testbed, "blue", "8.8.8.8"),
                "red",
                "8.8.8.8");

        assertThat(explanation.cause()).isEqualTo(new Cause.EchoIgnored("internet", "net.ipv4.icmp_echo_ignore_all"));
    }

    @Test
    void another_ping_whose_ttl_expires_is_not_ours() {
        Explanation explanation = Explanations.of(
                Networks.internet(), testbed -> flood(testbed, "red", "-t", "1", "8.8.8.8"), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.NoWayBack.class);
        assertThat(explanation.attempt().errors()).isEmpty();
    }

    @Test
    void another_ping_that_is_not_forwarded_where_ours_is_dropped_at_the_ingress() {
        Explanation explanation = Explanations.of(
                Networks.internet(),
                testbed -> {
                    testbed.node().sysctl("net.ipv4.ip_forward", "0");
                    testbed.node().nft("""
                            table netdev t {
                              chain f {
                                type filter hook ingress device "veth1-r" priority 0;
                                ip protocol icmp drop
                              }
                            }""");
                    flood(testbed, "blue", "8.8.8.8");
                },
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.culprit().hook()).isEqualTo("ingress"));
    }
}
