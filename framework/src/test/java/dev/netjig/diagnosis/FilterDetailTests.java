package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Packet filters that are easily taken for another: user-defined chains, several filters at once, other families. */
@NeedsNamespaces
class FilterDetailTests {

    private static Explanation explain(Explanations.Change change) {
        return Explanations.of(Networks.bridge(), change, "red", "192.168.0.3");
    }

    private static Cause.Dropped dropped(Explanation explanation) {
        return (Cause.Dropped) Explanations.proven(explanation);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NFTABLES")
    void a_rule_of_a_chain_that_forward_jumps_to_drops_at_forward(FirewallBackend backend) {
        String iptables = backend.command().replace("-restore", "");
        Cause.Dropped cause = dropped(explain(testbed -> testbed.node()
                .shell(iptables + " -N OUTER; " + iptables + " -N INNER; " + iptables + " -A FORWARD -j OUTER; "
                        + iptables
                        + " -A OUTER -s 10.9.9.9 -j DROP; " + iptables + " -A OUTER -g INNER; " + iptables
                        + " -A INNER -p icmp -j DROP")
                .orThrow()));

        assertThat(cause.netns()).isEqualTo("node");
        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("forward");
            assertThat(rule.chain()).endsWith("filter INNER");
            assertThat(rule.text()).isEqualTo("-p icmp -j DROP");
        });
    }

    @Test
    void a_rule_of_an_nft_chain_that_forward_jumps_to_drops_at_forward() {
        Cause.Dropped cause = dropped(explain(testbed -> testbed.node().nft("""
                table ip t {
                  chain inner { ip protocol icmp drop comment "mine"; }
                  chain outer { goto inner; }
                  chain f { type filter hook forward priority 10; jump outer; }
                }""")));

        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("forward");
            assertThat(rule.chain()).isEqualTo("ip t inner");
            assertThat(rule.comment()).hasValue("mine");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_that_drops_first_is_told_from_the_policy_behind_it(FirewallBackend backend) {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .firewall(backend)
                        .rule(r -> r.chain(Chain.FORWARD).source("10.9.9.9").target(Target.DROP))
                        .rule(r -> r.chain(Chain.FORWARD).protocol("icmp").target(Target.DROP))
                        .chainPolicy(c -> c.chain(Chain.FORWARD).policy(Policy.DROP)),
                "red",
                "192.168.0.3");

        assertThat(dropped(explanation).culprit())
                .isInstanceOfSatisfying(
                        Culprit.Rule.class, rule -> assertThat(rule.number()).isEqualTo(2));
    }

    @Test
    void of_two_filters_that_would_drop_it_the_first_is_blamed() {
        Cause.Dropped cause = dropped(explain(testbed -> {
            testbed.node().exec("iptables-legacy", "-P", "FORWARD", "DROP").orThrow();
            testbed.node().nft("table ip t { chain f { type filter hook forward priority -1; policy drop; }; }");
        }));

        assertThat(cause.culprit())
                .isInstanceOfSatisfying(
                        Culprit.Policy.class,
                        policy -> assertThat(policy.chain()).isEqualTo("ip t f"));
    }

    @Test
    void of_two_filters_that_would_drop_it_the_second_is_not_blamed() {
        Cause.Dropped cause = dropped(explain(testbed -> {
            testbed.node().exec("iptables-legacy", "-P", "FORWARD", "DROP").orThrow();
            testbed.node().nft("table ip t { chain f { type filter hook forward priority 1; policy drop; }; }");
        }));

        assertThat(cause.culprit())
                .isInstanceOfSatisfying(
                        Culprit.Policy.class,
                        policy -> assertThat(policy.chain()).isEqualTo("iptables-legacy filter FORWARD"));
    }

    @Test
    void tables_of_family_inet_are_followed() {
        Cause.Dropped cause = dropped(explain(testbed -> testbed.netns("blue")
                .nft("table inet t { chain f { type filter hook input priority 0; meta l4proto icmp drop; }; }")));

        assertThat(cause.netns()).isEqualTo("blue");
        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("input");
            assertThat(rule.chain()).isEqualTo("inet t f");
        });
    }

    @Test
    void tables_of_one_name_in_several_families_are_told_apart() {
        Cause.Dropped cause = dropped(explain(testbed -> testbed.node().nft("""
                table inet t { chain f { type filter hook prerouting priority 5; policy accept; }; }
                table ip t { chain f { type filter hook forward priority 0; policy drop; }; }
                table ip6 t { chain f { type filter hook input priority 0; policy drop; }; }""")));

        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Policy.class, policy -> {
            assertThat(policy.hook()).isEqualTo("forward");
            assertThat(policy.chain()).isEqualTo("ip t f");
        });
    }

    @Test
    void tables_of_family_bridge_are_followed() {
        Cause.Dropped cause = dropped(explain(testbed -> {
            testbed.node().sysctl("net.bridge.bridge-nf-call-iptables", "0");
            testbed.node()
                    .nft("table bridge t { chain f { type filter hook forward priority 0; ip protocol icmp drop; }; }");
        }));

        assertThat(cause.netns()).isEqualTo("node");
        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("forward");
            assertThat(rule.chain()).isEqualTo("bridge t f");
        });
    }

    @Test
    void what_a_bridge_chain_drops_of_the_nodes_own_packets_is_seen() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> testbed.node()
                        .nft(
                                "table bridge t { chain f { type filter hook output priority 0; ip protocol icmp drop; }; }"),
                "node",
                "192.168.0.3");

        assertThat(dropped(explanation).culprit().hook()).isEqualTo("output");
    }

    /** The hooks of a device come before those of its protocols, where the namespace would refuse to forward it. */
    @Test
    void a_drop_at_the_ingress_of_a_device_comes_before_everything_else() {
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
                },
                "red",
                "8.8.8.8");

        assertThat(dropped(explanation).culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("ingress");
            assertThat(rule.chain()).isEqualTo("netdev t f");
        });
        assertThat(explanation.notLookedAt()).noneMatch(missed -> missed.startsWith("chain"));
    }

    @Test
    void a_drop_at_the_egress_of_a_device_is_found_though_the_packet_is_seen_nowhere() {
        Explanation explanation = Explanations.of(
                Networks.bridge(), testbed -> testbed.netns("red").nft("""
                        table netdev t {
                          chain f {
                            type filter hook egress device "veth2-r" priority 0;
                            ip protocol icmp drop
                          }
                        }"""), "red", "192.168.0.3");

        assertThat(dropped(explanation).culprit().hook()).isEqualTo("egress");
    }

    @ParameterizedTest
    @CsvSource({"red, output, request", "blue, input, request", "blue, output, reply", "red, input, reply"})
    void a_filter_for_arp_is_blamed_for_the_neighbour_that_does_not_answer(String netns, String hook, String what) {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> testbed.netns(netns)
                        .nft("table arp t { chain f { type filter hook " + hook + " priority 0; arp operation " + what
                                + " drop; }; }"),
                "red",
                "192.168.0.3");

        assertThat(explanation.cause()).isInstanceOf(Cause.Dropped.class);
        assertThat(explanation.cause().netns()).isEqualTo(netns);
        assertThat(dropped(explanation).culprit().hook()).isEqualTo(hook);
    }

    /** The request is flooded to green too, whose filter is nobody's business. */
    @Test
    void a_filter_for_arp_of_a_bystander_is_not_blamed() {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .netns("green")
                        .vethPair(
                                "veth1-g",
                                v -> v.master("br0")
                                        .peer("veth2-g", p -> p.netns("green").address("192.168.0.4/24"))),
                testbed -> testbed.netns("green")
                        .nft("table arp t { chain f { type filter hook input priority 0; policy drop; }; }"),
                "red",
                "192.168.0.77");

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.NoNeighbour.class);
    }

    @Test
    void a_drop_in_another_legacy_table_is_found_there() {
        Cause.Dropped cause =
                dropped(explain(testbed -> testbed.node().shell("""
                        iptables-legacy -P FORWARD DROP
                        iptables-legacy -t mangle -A FORWARD -p icmp -j DROP
                        """).orThrow()));

        assertThat(cause.culprit()).isInstanceOfSatisfying(Culprit.Rule.class, rule -> {
            assertThat(rule.hook()).isEqualTo("forward");
            assertThat(rule.chain()).isEqualTo("iptables-legacy mangle FORWARD");
        });
    }

    @Test
    void a_dormant_table_is_not_blamed() {
        Explanation explanation = explain(testbed -> {
            testbed.node().nft("""
                    table ip t {
                      flags dormant;
                      chain f { type filter hook prerouting priority 0; policy drop; };
                    }""");
            testbed.netns("blue").exec("iptables-legacy", "-P", "INPUT", "DROP").orThrow();
        });

        assertThat(dropped(explanation).netns()).isEqualTo("blue");
    }

    @Test
    void a_rule_that_only_logs_the_word_reject_is_not_said_to_answer() {
        Explanation explanation = explain(testbed -> testbed.netns("blue")
                .nft("table ip t { chain f { type filter hook input priority 0; log prefix \"reject \" drop; }; }"));

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.Dropped.class);
    }

    @Test
    void the_watch_leaves_the_packet_filter_as_it_was() {
        List<String> states = new ArrayList<>();
        explain(testbed -> {
            testbed.node().exec("iptables-legacy", "-P", "FORWARD", "DROP").orThrow();
            testbed.node().nft("table bridge t { chain f { type filter hook forward priority 0; }; }");
            Runnable look = () -> states.add(testbed.node().nft("list ruleset")
                    + testbed.node().exec("iptables-legacy-save").stdout().replaceAll("#.*|\\[.*]", "")
                    + testbed.node().sysctl("net.netfilter.nf_log.2"));
            look.run();
            Explanations.of(Ping.of(testbed.netns("red"), "192.168.0.3"));
            look.run();
        });

        assertThat(states.get(1)).isEqualTo(states.get(0)).doesNotContain("netjig_trace");
    }
}
