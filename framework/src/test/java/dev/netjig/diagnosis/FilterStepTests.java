package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.FirewallRule;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterStepTests {

    private static FilterStep step(String text) {
        FirewallRule rule = new FirewallRule(
                1, text, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
        return new FilterStep(
                "test", "node", new Packet.Other(0), false, new Culprit.Unseen("forward"), Optional.of(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reject",
                "ip saddr 10.0.0.0/8 reject with icmp port-unreachable",
                "-s 10.0.0.0/8 -j REJECT --reject-with icmp-port-unreachable",
                "-j REJECT"
            })
    void knows_rules_that_answer(String text) {
        assertThat(step(text).rejects()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "log prefix \"reject it\" drop", "-j REJECTED", "jump rejected", "-j DROP"})
    void knows_rules_that_do_not(String text) {
        assertThat(step(text).rejects()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dnat to 10.0.0.1",
                "redirect to :80",
                "meta mark set 0x1",
                "ip daddr set 10.0.0.1",
                "-d 10.0.0.1/32 -j DNAT --to-destination 10.0.0.2",
                "-j MARK --set-xmark 0x1/0xffffffff",
                "-j NETMAP --to 10.0.0.0/8"
            })
    void knows_rules_that_reroute(String text) {
        assertThat(step(text).reroutes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "masquerade",
                "snat to 10.0.0.1",
                "accept",
                "-m mark --mark 0x1 -j ACCEPT",
                "-j MASQUERADE",
                "log prefix \"dnat\"",
                "ct state established accept"
            })
    void knows_rules_that_do_not_reroute(String text) {
        assertThat(step(text).reroutes()).isFalse();
    }

    @Test
    void a_policy_neither_answers_nor_reroutes() {
        FilterStep policy = new FilterStep(
                "test", "node", new Packet.Other(0), true, new Culprit.Unseen("forward"), Optional.empty());

        assertThat(policy.rejects()).isFalse();
        assertThat(policy.reroutes()).isFalse();
    }
}
