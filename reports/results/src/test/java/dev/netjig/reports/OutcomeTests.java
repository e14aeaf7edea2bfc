package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTests {

    @Test
    void a_passed_test_with_a_cause_has_proven_an_expected_failure() {
        assertThat(Outcome.of(Status.PASSED, true, List.of(), "")).isEqualTo(Outcome.PROVEN);
        assertThat(Outcome.of(Status.PASSED, false, List.of(), "")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_failed_cannot_reach_is_refuted() {
        String message = "Expecting netns red\nnot to reach 8.8.8.8 because it is dropped\nbut: it arrived";

        assertThat(Outcome.of(Status.FAILED, false, List.of(), message)).isEqualTo(Outcome.REFUTED);
        assertThat(Outcome.of(Status.FAILED, false, List.of(), "boom")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void what_does_not_decide_is_inconclusive_be_it_skipped_or_failed() {
        List<String> failures = List.of("java.lang.AssertionError", "dev.netjig.assertions.InconclusiveException");

        assertThat(Outcome.of(Status.SKIPPED, false, failures, "m")).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Outcome.of(Status.FAILED, false, failures, "m")).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void a_machine_that_cannot_run_a_test_is_its_environment() {
        String message = "This machine cannot run the test: no root";

        assertThat(Outcome.of(Status.SKIPPED, false, List.of(), message)).isEqualTo(Outcome.ENVIRONMENT);
        assertThat(Outcome.of(Status.SKIPPED, false, List.of(), "rain")).isEqualTo(Outcome.SKIPPED);
    }
}
