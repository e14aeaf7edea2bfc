package dev.netjig.reports.run;

import dev.netjig.reports.Status;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A test that has ended, or will never begin.
 *
 * @param startMillis when it started, in milliseconds since 1970; 0 if it did not
 * @param causes the causes that it has proven, in order
 * @param message why it failed or was skipped; empty if it passed
 */
public record Ended(
        TestIdentifier test,
        Optional<TestPlan> plan,
        Status status,
        long startMillis,
        long durationMillis,
        List<String> causes,
        String message,
        Optional<Throwable> failure) {

    public Ended {
        causes = List.copyOf(causes);
    }
}
