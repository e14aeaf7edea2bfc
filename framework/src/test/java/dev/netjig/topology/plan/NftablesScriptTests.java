package dev.netjig.topology.plan;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.POSTROUTING;
import static dev.netjig.topology.Chain.PREROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Policy;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each text here was loaded by nftables 1.0.6. */
class NftablesScriptTests {

    private static Topology.Builder bridge() {
        return Topology.builder().bridge("br0", b -> {});
    }

    private static String script(Topology.Builder builder) {
        List<Step> steps = builder.build().plan().steps();
        return ((LoadNftables) steps.get(steps.size() - 1)).script();
    }

    @Test
    void chain_policy() {
        assertThat(script(bridge().chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))))
                .isEqualTo("""
                        table ip netjig {
                            chain FORWARD {
                                type filter hook forward priority filter; policy drop;
                                comment "netjig: chainPolicy(FORWARD DROP) on Topology.builder()"
                            }
                        }
                        """);
    }

    @Test
    void masquerade() {
        assertThat(script(bridge().masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"))
                        .masquerade(m -> m.source("default").oifname("br0"))
                        .masquerade(m -> m.source("default"))))
                .isEqualTo("""
                        table ip netjig {
                            chain POSTROUTING_NAT {
                                type nat hook postrouting priority srcnat; policy accept;
                                ip saddr 192.168.0.0/24 oifname != "br0" counter masquerade comment "netjig: masquerade(192.168.0.0/24) on Topology.builder()"
                                oifname "br0" counter masquerade comment "netjig: masquerade(default) on Topology.builder()"
                                counter masquerade comment "netjig: masquerade(default) on Topology.builder()"
                            }
                        }
                        """);
    }

    @Test
    void chains_are_at_the_priorities_of_their_iptables_counterparts() {
        assertThat(script(bridge().rule(r -> r.chain(POSTROUTING).target(Target.DROP))
                        .rule(r -> r.chain(PREROUTING).target(Target.ACCEPT))))
                .isEqualTo("""
                        table ip netjig {
                            chain PREROUTING {
                                type filter hook prerouting priority raw; policy accept;
                                counter accept comment "netjig: rule(PREROUTING ACCEPT) on Topology.builder()"
                            }
                            chain POSTROUTING {
                                type filter hook postrouting priority mangle; policy accept;
                                counter drop comment "netjig: rule(POSTROUTING DROP) on Topology.builder()"
                            }
                        }
                        """);
    }

    @Test
    void every_match() {
        assertThat(script(bridge().rule(r -> r.chain(FORWARD)
                        .iifname("br0")
                        .oifname("lo")
                        .source("192.168.0.2")
                        .destination("10.0.0.0/8")
                        .protocol("tcp")
                        .dport(80)
                        .target(Target.DROP))))
                .contains("        iifname \"br0\" oifname \"lo\" ip saddr 192.168.0.2/32 ip daddr 10.0.0.0/8"
                        + " tcp dport 80 counter drop comment ");
    }

    @Test
    void a_protocol_without_a_port() {
        assertThat(script(bridge().rule(r -> r.chain(INPUT).protocol("icmp").target(Target.DROP))))
                .contains("        ip protocol icmp counter drop comment ");
    }

    @Test
    void reject_says_port_unreachable_by_itself() {
        assertThat(script(bridge().rule(r -> r.chain(INPUT).target(Target.REJECT))))
                .contains("        counter reject with icmp port-unreachable comment ");
    }

    @ParameterizedTest
    @CsvSource({
        "NET_UNREACHABLE, icmp net-unreachable",
        "HOST_UNREACHABLE, icmp host-unreachable",
        "PROTO_UNREACHABLE, icmp prot-unreachable",
        "PORT_UNREACHABLE, icmp port-unreachable",
        "NET_PROHIBITED, icmp net-prohibited",
        "HOST_PROHIBITED, icmp host-prohibited",
        "ADMIN_PROHIBITED, icmp admin-prohibited",
        "TCP_RESET, tcp reset"
    })
    void reject_with(RejectWith answer, String words) {
        assertThat(script(bridge().rule(r ->
                        r.chain(INPUT).protocol("tcp").target(Target.REJECT).rejectWith(answer))))
                .contains("        ip protocol tcp counter reject with " + words + " comment ");
    }

    @Test
    void a_raw_rule_finds_the_chains_that_it_names() {
        assertThat(script(bridge().rawRule("node", "add rule ip netjig FORWARD ct state invalid drop")))
                .isEqualTo("""
                        table ip netjig {
                            chain FORWARD {
                                type filter hook forward priority filter; policy accept;
                            }
                        }
                        add rule ip netjig FORWARD ct state invalid drop comment "netjig: rawRule(node, add rule ip netjig FORWARD ct state invalid drop) on Topology.builder()"
                        """);
        assertThat(script(bridge().rawRule("node", "add rule ip netjig PREROUTING_NAT tcp dport 80 dnat to 10.0.0.1")))
                .contains("chain PREROUTING_NAT {\n        type nat hook prerouting priority dstnat; policy accept;")
                .doesNotContain("chain PREROUTING {");
    }

    @Test
    void a_raw_command_that_is_no_plain_rule_stays_as_it_is() {
        assertThat(script(bridge().rawRule("node", "add set ip netjig s { type ipv4_addr; }")
                        .rawRule("node", "add rule ip netjig INPUT drop comment \"mine\"")
                        .rawRule("node", " flush ruleset ")))
                .endsWith("""
                        }
                        add set ip netjig s { type ipv4_addr; }
                        add rule ip netjig INPUT drop comment "mine"
                        flush ruleset
                        """);
    }

    @Test
    void rules_are_evaluated_in_the_order_of_their_declaration() {
        String script =
                script(bridge().rule(r -> r.chain(FORWARD).protocol("tcp").target(Target.ACCEPT))
                        .rawRule("node", "add rule ip netjig FORWARD udp dport 53 accept")
                        .rule(r -> r.chain(FORWARD).target(Target.DROP)));
        assertThat(script)
                .containsSubsequence(
                        "        ip protocol tcp counter accept comment",
                        "}\n",
                        "add rule ip netjig FORWARD udp dport 53 accept comment",
                        "add rule ip netjig FORWARD counter drop comment");
    }

    @Test
    void an_empty_table_is_there_for_raw_rules_that_name_no_chain() {
        assertThat(script(bridge().rawRule("node", "add chain ip netjig mine")))
                .isEqualTo("table ip netjig {\n}\nadd chain ip netjig mine\n");
    }
}
