package dev.netjig.topology.plan;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.POSTROUTING;
import static dev.netjig.topology.Chain.PREROUTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each text here was restored by iptables-nft and iptables-legacy 1.8.9. */
class IptablesScriptTests {

    private static Topology.Builder bridge() {
        return Topology.builder().bridge("br0", b -> {}).firewall(FirewallBackend.IPTABLES_NFT);
    }

    private static String script(Topology.Builder builder) {
        List<Step> steps = builder.build().plan().steps();
        return ((RestoreIptables) steps.get(steps.size() - 1)).script();
    }

    @Test
    void chain_policy() {
        assertThat(script(bridge().chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))))
                .isEqualTo("""
                        *filter
                        # netjig: chainPolicy(FORWARD DROP) on Topology.builder()
                        :FORWARD DROP [0:0]
                        COMMIT
                        """);
    }

    @Test
    void masquerade() {
        assertThat(script(bridge().masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"))
                        .masquerade(m -> m.source("default").oifname("br0"))
                        .masquerade(m -> m.source("default"))))
                .isEqualTo("""
                        *nat
                        -A POSTROUTING -s 192.168.0.0/24 ! -o br0 -m comment --comment "netjig: masquerade(192.168.0.0/24) on Topology.builder()" -j MASQUERADE
                        -A POSTROUTING -o br0 -m comment --comment "netjig: masquerade(default) on Topology.builder()" -j MASQUERADE
                        -A POSTROUTING -m comment --comment "netjig: masquerade(default) on Topology.builder()" -j MASQUERADE
                        COMMIT
                        """);
    }

    @Test
    void chains_that_filter_does_not_have_are_those_of_raw_and_mangle() {
        assertThat(script(bridge().rule(r -> r.chain(PREROUTING).target(Target.ACCEPT))
                        .chainPolicy(c -> c.chain(POSTROUTING).policy(Policy.DROP))))
                .isEqualTo("""
                        *mangle
                        # netjig: chainPolicy(POSTROUTING DROP) on Topology.builder()
                        :POSTROUTING DROP [0:0]
                        COMMIT
                        *raw
                        -A PREROUTING -m comment --comment "netjig: rule(PREROUTING ACCEPT) on Topology.builder()" -j ACCEPT
                        COMMIT
                        """);
    }

    @Test
    void every_match() {
        assertThat(script(bridge().rule(r -> r.chain(FORWARD)
                        .iifname("br0")
                        .oifname("lo")
                        .source("192.168.0.2")
                        .destination("10.0.0.0/8")
                        .protocol("udp")
                        .dport(53)
                        .target(Target.DROP))))
                .contains("-A FORWARD -s 192.168.0.2/32 -d 10.0.0.0/8 -i br0 -o lo -p udp -m udp --dport 53 -m comment"
                        + " --comment \"netjig: rule(FORWARD DROP) on Topology.builder()\" -j DROP\n");
    }

    @Test
    void reject_says_port_unreachable_by_itself() {
        assertThat(script(bridge().rule(r -> r.chain(INPUT).target(Target.REJECT))))
                .contains(" -j REJECT --reject-with icmp-port-unreachable\n");
    }

    @ParameterizedTest
    @EnumSource
    void reject_with(RejectWith answer) {
        assertThat(script(bridge().rule(r ->
                        r.chain(INPUT).protocol("tcp").target(Target.REJECT).rejectWith(answer))))
                .contains("-A INPUT -p tcp -m comment ")
                .contains(" -j REJECT --reject-with " + answer.iptables() + "\n");
    }

    @Test
    void raw_rules_go_to_their_table_with_a_comment() {
        assertThat(script(bridge().rawRule("node", "-t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to 192.168.0.2:80")
                        .rawRule("node", "iptables -I FORWARD 1 -m comment --comment 'say \"hi\"' -j DROP")))
                .isEqualTo("""
                        *filter
                        -I FORWARD 1 -m comment --comment "say \\"hi\\"" -j DROP -m comment --comment "netjig: rawRule(node, iptables -I FORWARD 1 -m comment --comment 'say hi' -j DROP) on Topology.builder()"
                        COMMIT
                        *nat
                        -A PREROUTING -p tcp --dport 80 -j DNAT --to 192.168.0.2:80 -m comment --comment "netjig: rawRule(node, -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to 192.168.0.2:80) on Topology.builder()"
                        COMMIT
                        """);
    }

    @Test
    void a_raw_policy_becomes_a_policy_line() {
        assertThat(script(bridge().rawRule("node", "-P FORWARD DROP")))
                .isEqualTo("*filter\n:FORWARD DROP [0:0]\nCOMMIT\n");
    }

    @Test
    void raw_commands_that_add_no_rule_stay_as_they_are() {
        assertThat(script(bridge().rawRule("node", "-N mine").rawRule("node", "-F FORWARD")))
                .isEqualTo("*filter\n-N mine\n-F FORWARD\nCOMMIT\n");
    }

    @Test
    void rules_are_evaluated_in_the_order_of_their_declaration() {
        assertThat(script(bridge().rule(r -> r.chain(FORWARD).protocol("tcp").target(Target.ACCEPT))
                        .rawRule("node", "-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT")
                        .rule(r -> r.chain(FORWARD).target(Target.DROP))))
                .containsSubsequence("-A FORWARD -p tcp", "-A FORWARD -m conntrack", "-A FORWARD -m comment");
    }
}
