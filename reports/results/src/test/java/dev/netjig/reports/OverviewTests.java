package dev.netjig.reports;

import static dev.netjig.reports.Results.failed;
import static dev.netjig.reports.Results.passed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTests {

    @Test
    void scenarios_are_in_the_order_in_which_people_count() {
        Overview overview = Overview.of(List.of(
                passed("B1", "", "t"),
                passed("A10", "", "t"),
                passed("A3.10", "", "t"),
                passed("A3", "", "t"),
                passed("A3.2", "", "t")));

        assertThat(overview.scenarios()).extracting(Scenario::id).containsExactly("A3", "A3.2", "A3.10", "A10", "B1");
    }

    @Test
    void the_letter_makes_the_chapter() {
        Overview overview = Overview.of(List.of(passed("A1", "", "t"), passed("B1", "", "t"), passed("B2", "", "t")));

        assertThat(overview.chapters())
                .extracting(Chapter::heading)
                .containsExactly("Chapter A: one namespace", "Chapter B: two namespaces on a bridge");
    }

    @Test
    void failed_scenarios_are_named() {
        Overview overview =
                Overview.of(List.of(failed("B2", "", "t", "m"), passed("B1", "", "t"), failed("A1", "", "t", "m")));

        assertThat(overview.failed()).containsExactly("A1", "B2");
    }

    @Test
    void tests_that_ran_at_the_same_time_count_once_in_the_total_time() {
        Overview overview = Overview.of(List.of(passed("A1", "", "1"), passed("A1", "", "2"), passed("A2", "", "3")));

        assertThat(overview.totals().duration()).isEqualTo(Duration.ofMillis(250));
        assertThat(overview.scenarios().get(0).duration()).isEqualTo(Duration.ofMillis(500));
    }
}
