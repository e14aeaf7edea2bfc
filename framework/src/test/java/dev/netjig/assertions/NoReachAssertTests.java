package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.testbed.Testbed;
import dev.netjig.testbed.UnsettledException;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

class NoReachAssertTests {

    private final Testbed testbed = Testbed.of(Topology.builder().build());

    @Test
    void passes_with_the_expected_reason_and_returns_its_explanation() {
        Observation observation = Observations.unreachable();

        Explanation explanation = cannotReach(observation).because(Reasons.networkUnreachable("red"));

        assertThat(explanation).isSameAs(observation.explanation().orElseThrow());
    }

    @Test
    void passes_with_one_of_two_expected_reasons() {
        assertThatCode(() -> cannotReach(Observations.unreachable())
                        .because(Reasons.notForwarding("node").or(Reasons.networkUnreachable("red"))))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_when_it_was_reached() {
        assertThatThrownBy(() -> cannotReach(Observations.reached()).because(Reasons.notForwarding("node")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    Expecting netns red
                    not to reach 192.168.0.3 because node does not forward
                    but it did:
                    ping red → 192.168.0.3: reply from 192.168.0.3: ttl=64
                      path: nothing was seen on any device
                      packet filters: it met none
                    To build this network by hand: testbed.topology().toShellScript()\
                    """);
    }

    @Test
    void fails_for_another_reason() {
        Observation observation = Observations.unreachable();

        assertThatThrownBy(() -> cannotReach(observation).because(Reasons.notForwarding("node")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expecting netns red\nnot to reach 192.168.0.3 because node does not forward\n"
                        + "but it did not for another reason:\n"
                        + Observations.textOf(observation)
                        + "\nTo build this network by hand: testbed.topology().toShellScript()");
    }

    @Test
    void names_all_reasons_that_it_expected() {
        Observation observation = Observations.unreachable();
        Reason either = Reasons.notForwarding("node").or(Reasons.linkDown("red", "veth2-r"));

        assertThatThrownBy(() -> cannotReach(observation).because(either))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expecting netns red\nnot to reach 192.168.0.3 because node does not forward, or the link"
                        + " red/veth2-r is down\nbut it did not for another reason:\n"
                        + Observations.textOf(observation)
                        + "\nTo build this network by hand: testbed.topology().toShellScript()");
    }

    @Test
    void says_what_the_test_calls_it() {
        assertThatThrownBy(() ->
                        cannotReach(Observations.reached()).as("chapter B").because(Reasons.notForwarding("node")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[chapter B] Expecting netns red\n");
    }

    @Test
    void is_neither_proven_nor_refuted_without_evidence() {
        Observation observation = Observations.inconclusive();

        assertThatThrownBy(() -> cannotReach(observation).because(Reasons.notForwarding("node")))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("Expecting netns red\nnot to reach 192.168.0.3 because node does not forward\n"
                        + "and it did not, but the evidence does not say why:\n"
                        + Observations.textOf(observation)
                        + "\nTo build this network by hand: testbed.topology().toShellScript()");
    }

    @Test
    void hands_on_the_explanation_that_decides_nothing() {
        Observation observation = Observations.inconclusive();

        InconclusiveException inconclusive = catchThrowableOfType(
                InconclusiveException.class, () -> cannotReach(observation).because(Reasons.notForwarding("node")));

        assertThat(inconclusive.explanation())
                .isSameAs(observation.explanation().orElseThrow());
    }

    @Test
    void owes_a_reason() {
        cannotReach(Observations.unreachable());

        assertThatThrownBy(testbed::checkSettled)
                .isInstanceOf(UnsettledException.class)
                .hasMessage("a reason is owed");
    }

    @Test
    void owes_nothing_once_it_has_a_reason() {
        cannotReach(Observations.unreachable()).because(Reasons.networkUnreachable("red"));

        assertThatCode(testbed::checkSettled).doesNotThrowAnyException();
    }

    @Test
    void owes_nothing_once_it_has_failed() {
        NoReachAssert failing = cannotReach(Observations.reached());

        assertThatThrownBy(() -> failing.because(Reasons.networkUnreachable("red")))
                .isInstanceOf(AssertionError.class);

        assertThatCode(testbed::checkSettled).doesNotThrowAnyException();
    }

    private NoReachAssert cannotReach(Observation observation) {
        return new NoReachAssert(observation, testbed.owe("a reason is owed"));
    }
}
