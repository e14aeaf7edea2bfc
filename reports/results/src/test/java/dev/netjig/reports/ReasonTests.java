package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTests {

    @Test
    void a_sentence_in_lines_is_joined() {
        assertThat(Reason.sentence("""

                Expecting netns red
                to reach 192.168.0.3
                but: no reply within 1000 ms
                A second probe, watched, met the same end:
                ping of 192.168.0.3
                  cause (proven): node: the policy of chain ip filter FORWARD dropped it
                """))
                .isEqualTo("Expecting netns red to reach 192.168.0.3 but: no reply within 1000 ms;"
                        + " cause (proven): node: the policy of chain ip filter FORWARD dropped it");
    }

    @Test
    void an_endless_line_is_cut() {
        assertThat(Reason.sentence("x".repeat(1000))).hasSize(501).endsWith("x…");
    }

    @Test
    void an_empty_message_is_called_so() {
        assertThat(Reason.sentence("\n \n")).isEqualTo("no message");
    }

    @Test
    void equal_reasons_are_counted() {
        List<Reason> reasons = Reason.of(List.of(
                Results.passed("B1", "", "1", "cause"),
                Results.failed("B1", "", "2", "message"),
                Results.passed("B1", "", "3", "cause")));

        assertThat(reasons)
                .containsExactly(new Reason(Status.FAILED, "message", 1), new Reason(Status.PASSED, "cause", 2));
    }

    @Test
    void in_short_a_cause_does_not_name_who_declared_it() {
        List<Reason> reasons = Reason.inShort(List.of(
                Results.passed(
                        "B1",
                        "",
                        "1",
                        "red cannot reach 192.168.0.3: node: the policy of chain ip filter FORWARD (netjig: @ChainPolicy("
                                + "chain = FORWARD, target = DROP) on class WhatForwardSees.BridgeTestCase) dropped it"),
                Results.passed(
                        "B1",
                        "",
                        "2",
                        "red cannot reach 192.168.0.3: node: the policy of chain ip filter FORWARD (netjig:"
                                + " @FirewallRule(raw = -A FORWARD -m physdev --physdev-in vet... on Other#method_2)"
                                + " dropped it"),
                Results.passed(
                        "B1",
                        "",
                        "3",
                        "red cannot reach 192.168.0.3: node: the policy of chain ip filter FORWARD (netjig:"
                                + " chainPolicy(\"FORWARD DROP\") on Topology.builder()) dropped it")));

        assertThat(reasons)
                .containsExactly(new Reason(
                        Status.PASSED,
                        "red cannot reach 192.168.0.3: node: the policy of chain ip filter FORWARD dropped it",
                        3));
    }
}
