package dev.netjig.reports;

import java.time.Duration;
import java.util.List;

/**
 * How many scenarios have which verdict.
 *
 * @param tests the tests of all of them
 * @param duration from the start of the first test to the end of the last
 */
public record Totals(long passed, long failed, long skipped, long tests, Duration duration) {

    public static Totals of(List<Scenario> scenarios) {
        return new Totals(
                count(scenarios, Status.PASSED),
                count(scenarios, Status.FAILED),
                count(scenarios, Status.SKIPPED),
                scenarios.stream()
                        .mapToLong(scenario -> scenario.tests().size())
                        .sum(),
                span(scenarios.stream()
                        .flatMap(scenario -> scenario.tests().stream())
                        .filter(test -> test.startMillis() > 0)
                        .toList()));
    }

    /** {@code 11 passed, 1 failed, 0 skipped}. */
    public String counts() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }

    private static long count(List<Scenario> scenarios, Status verdict) {
        return scenarios.stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .count();
    }

    private static Duration span(List<TestResult> started) {
        long start = started.stream().mapToLong(TestResult::startMillis).min().orElse(0);
        long end = started.stream()
                .mapToLong(test -> test.startMillis() + test.durationMillis())
                .max()
                .orElse(0);
        return Duration.ofMillis(end - start);
    }
}
