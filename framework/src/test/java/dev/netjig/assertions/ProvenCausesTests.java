package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

class ProvenCausesTests {

    @Test
    void are_those_of_the_assertions_that_passed_on_this_thread() {
        ProvenCauses.take();
        Observation observation = Observations.unreachable();

        assertOn(observation).because(Reasons.networkUnreachable("red"));
        assertOn(observation).because(Reasons.networkUnreachable("red"));

        Explanation explanation = observation.explanation().orElseThrow();
        assertThat(ProvenCauses.take()).containsExactly(explanation, explanation);
    }

    @Test
    void are_taken_once() {
        assertOn(Observations.unreachable()).because(Reasons.networkUnreachable("red"));

        ProvenCauses.take();

        assertThat(ProvenCauses.take()).isEmpty();
    }

    @Test
    void are_not_those_of_assertions_that_failed() {
        ProvenCauses.take();

        assertThatThrownBy(() -> assertOn(Observations.unreachable()).because(Reasons.notForwarding("node")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertOn(Observations.reached()).because(Reasons.notForwarding("node")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertOn(Observations.inconclusive()).because(Reasons.notForwarding("node")))
                .isInstanceOf(InconclusiveException.class);

        assertThat(ProvenCauses.take()).isEmpty();
    }

    @Test
    void are_the_latest_where_nobody_takes_them() {
        ProvenCauses.take();

        for (int i = 0; i <= 1000; i++) {
            ProvenCauses.add(Observations.unreachable().explanation().orElseThrow());
        }

        assertThat(ProvenCauses.take()).hasSize(1000);
    }

    private static NoReachAssert assertOn(Observation observation) {
        Testbed testbed = Testbed.of(Topology.builder().build());
        return new NoReachAssert(observation, testbed.owe("a reason"));
    }
}
