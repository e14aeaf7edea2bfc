package dev.netjig.reports;

import java.time.Duration;
import java.util.List;

/** A scenario of the documents with the tests that try it: one row of the table. */
public record Scenario(String id, String title, List<TestResult> tests) {

    public Scenario {
        tests = List.copyOf(tests);
    }

    /** Failed if any test failed, skipped if none ran. */
    public Status verdict() {
        if (count(Status.FAILED) > 0) {
            return Status.FAILED;
        }
        return count(Status.PASSED) > 0 ? Status.PASSED : Status.SKIPPED;
    }

    public long count(Status status) {
        return tests.stream().filter(test -> test.status() == status).count();
    }

    /** The sum over its tests, which may have run at the same time. */
    public Duration duration() {
        return Duration.ofMillis(
                tests.stream().mapToLong(TestResult::durationMillis).sum());
    }

    public List<Reason> reasons() {
        return Reason.of(tests);
    }

    /** As {@link #reasons}, for where there is little room. */
    public List<Reason> reasonsInShort() {
        return Reason.inShort(tests);
    }
}
