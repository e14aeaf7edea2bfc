package dev.netjig.reports;

import static dev.netjig.reports.Results.failed;
import static dev.netjig.reports.Results.passed;
import static dev.netjig.reports.Results.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTableTests {

    @Test
    void each_scenario_has_a_line_and_its_reasons() {
        String forward = "netns red cannot reach 192.168.0.3: node: the policy of chain ip netjig FORWARD dropped it"
                + " (declared by @ChainPolicy on class ForwardDrop)";
        String table = table(
                failed("B2", "ACCEPT lets it through", "red reaches blue", "\nExpecting netns red\nto reach blue"),
                passed(
                        "B1",
                        "FORWARD DROP stops red from reaching blue, although they share one bridge whose ports are both up",
                        "1",
                        forward),
                passed(
                        "B1",
                        "FORWARD DROP stops red from reaching blue, although they share one bridge whose ports are both up",
                        "2",
                        forward),
                passed("A1", "The node reaches red", "ttl 64"),
                skipped("A2", "The state that ip shows", "links", "no ip on this machine"));

        assertThat(table).isEqualTo("""

                Chapter A: one namespace
                  A1  passed   The node reaches red                                                            1 test   0.25 s
                  A2  skipped  The state that ip shows                                                         1 test   0.25 s
                               skipped: no ip on this machine
                  1 passed, 0 failed, 1 skipped; 2 tests

                Chapter B: two namespaces on a bridge
                  B1  passed   FORWARD DROP stops red from reaching blue, although they share one bridge       2 tests  0.50 s
                               whose ports are both up
                               proven: netns red cannot reach 192.168.0.3: node: the policy of chain ip netjig FORWARD dropped
                                       it (declared by @ChainPolicy on class ForwardDrop) (2 tests)
                  B2  FAILED   ACCEPT lets it through                                                          1 test   0.25 s
                               failed: Expecting netns red to reach blue
                  1 passed, 1 failed, 0 skipped; 3 tests

                Scenarios: 2 passed, 1 failed, 1 skipped
                5 tests in 0.25 s
                """);
    }

    @Test
    void a_scenario_says_how_many_of_its_tests_did_not_pass() {
        String table = table(
                passed("A1", "x", "1"),
                failed("A1", "x", "2", "m"),
                skipped("A1", "x", "3", "n"),
                passed("A1", "x", "4"));

        assertThat(table).contains("  A1  FAILED   x").contains("  4 tests, 1 failed, 1 skipped  1.00 s\n");
    }

    @Test
    void a_scenario_that_ran_in_part_passed() {
        String table = table(passed("A1", "x", "1"), skipped("A1", "x", "2", "no bridge"));

        assertThat(table).contains("  A1  passed   x").contains("skipped: no bridge\n");
    }

    @Test
    void many_causes_are_left_to_the_page() {
        String table = table(passed("A1", "x", "1", "one", "two", "three", "four", "five"));

        assertThat(table)
                .contains("proven: three\n")
                .contains("… and 2 more in the report\n")
                .doesNotContain("four");
    }

    @Test
    void failures_come_first_and_are_all_there() {
        List<TestResult> results = new ArrayList<>(List.of(passed("A1", "x", "a", "cause")));
        IntStream.range(0, 12).forEach(i -> results.add(failed("A1", "x", "b" + i, "failure " + i)));

        String table = table(results.toArray(TestResult[]::new));

        assertThat(table).contains("failed: failure 11\n").contains("… and 1 more in the report\n");
    }

    @Test
    void colours_change_nothing_but_colours() {
        Overview overview = Overview.of(List.of(passed("A1", "x", "1", "cause"), failed("A2", "y", "1", "m")));

        String coloured = TextTable.render(overview, Paint.ANSI);

        assertThat(coloured).contains("\u001b[1;31mFAILED \u001b[m").contains("\u001b[32mpassed \u001b[m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextTable.render(overview, Paint.PLAIN));
    }

    private static String table(TestResult... results) {
        return TextTable.render(Overview.of(List.of(results)), Paint.PLAIN);
    }
}
