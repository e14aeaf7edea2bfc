package dev.netjig.reports;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test of any module, as its line of JSON has it.
 *
 * @param module the Maven module: {@code netjig-framework}
 * @param type the name of its class; empty if it has none
 * @param test the test in words
 * @param uniqueId the test's id as JUnit has it
 * @param startMillis when it started, in milliseconds since 1970; 0 if it did not
 * @param causes the causes that it has proven, each in one line
 * @param message why it failed or was skipped; empty if it passed
 * @param trace the stack trace of its failure
 */
public record TestRun(
        String module,
        String type,
        String test,
        String uniqueId,
        Status status,
        Outcome outcome,
        long startMillis,
        long durationMillis,
        List<String> causes,
        String message,
        String trace) {

    public TestRun(
            @Nullable String module,
            @Nullable String type,
            @Nullable String test,
            @Nullable String uniqueId,
            @Nullable Status status,
            @Nullable Outcome outcome,
            long startMillis,
            long durationMillis,
            @Nullable List<String> causes,
            @Nullable String message,
            @Nullable String trace) {
        this.module = orEmpty(module);
        this.type = orEmpty(type);
        this.test = orEmpty(test);
        this.uniqueId = Objects.requireNonNull(uniqueId, "uniqueId");
        this.status = Objects.requireNonNull(status, "status");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.startMillis = startMillis;
        this.durationMillis = durationMillis;
        this.causes = causes == null ? List.of() : List.copyOf(causes);
        this.message = orEmpty(message);
        this.trace = orEmpty(trace);
    }

    /** The class without its package: {@code ForwardDrop}, {@code Outer$Nested}. */
    public String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
