package dev.netjig.reports;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test of a scenario, as its line of JSON has it. A line may lack what has a default, and may have more than this
 * version knows.
 *
 * @param scenario the scenario's id: {@code B1}, {@code A3.5}
 * @param title the scenario in one sentence
 * @param chapter the title of the scenario's chapter; empty if it has none
 * @param test the test in words
 * @param uniqueId the test's id as JUnit has it
 * @param startMillis when it started, in milliseconds since 1970; 0 if it did not
 * @param durationMillis how long it ran
 * @param causes the causes that it has proven, each in one line
 * @param message why it failed or was skipped; empty if it passed
 */
public record TestResult(
        String scenario,
        String title,
        String chapter,
        String test,
        String uniqueId,
        Status status,
        long startMillis,
        long durationMillis,
        List<String> causes,
        String message) {

    public TestResult(
            @Nullable String scenario,
            @Nullable String title,
            @Nullable String chapter,
            @Nullable String test,
            @Nullable String uniqueId,
            @Nullable Status status,
            long startMillis,
            long durationMillis,
            @Nullable List<String> causes,
            @Nullable String message) {
        this.scenario = Objects.requireNonNull(scenario, "scenario");
        this.title = orEmpty(title);
        this.chapter = orEmpty(chapter);
        this.test = orEmpty(test);
        this.uniqueId = orEmpty(uniqueId);
        this.status = Objects.requireNonNull(status, "status");
        this.startMillis = startMillis;
        this.durationMillis = durationMillis;
        this.causes = causes == null ? List.of() : List.copyOf(causes);
        this.message = orEmpty(message);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
