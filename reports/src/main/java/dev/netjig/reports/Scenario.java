package dev.netjig.reports;

import java.time.Duration;
import java.util.List;

/** A scenario of the documents with the tests that try it: one row of the table. */
record Scenario(String id, String title, List<TestResult> tests) {

    Scenario {
        tests = List.copyOf(tests);
    }

    /** Failed if any test failed, skipped if none ran. */
    Status verdict() {
        if (count(Status.FAILED) > 0) {
            return Status.FAILED;
        }
        return count(Status.PASSED) > 0 ? Status.PASSED : Status.SKIPPED;
    }

    long count(Status status) {
        return tests.stream().filter(test -> test.status() == status).count();
    }

    /** The sum over its tests, which may have run at the same time. */
    Duration duration() {
        return Duration.ofMillis(
                tests.stream().mapToLong(TestResult::durationMillis).sum());
    }

    List<Reason> reasons() {
        return Reason.of(tests);
    }

    /** As {@link #reasons}, for where there is little room. */
    List<Reason> reasonsInShort() {
        return Reason.inShort(tests);
    }
}
