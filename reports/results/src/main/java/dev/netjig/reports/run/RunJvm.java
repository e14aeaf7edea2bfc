package dev.netjig.reports.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JVM in which tests ran.
 *
 * @param java {@code 17.0.15 (Debian)}
 * @param junit the version of JUnit's platform: {@code 6.1.3}
 * @param strict whether what this machine cannot run fails
 * @param planned how many tests were known at the beginning
 * @param endMillis in milliseconds since 1970; 0 if it did not come to an end
 */
public record RunJvm(
        String module, String java, String junit, boolean strict, long planned, long startMillis, long endMillis) {

    public RunJvm(
            @Nullable String module,
            @Nullable String java,
            @Nullable String junit,
            boolean strict,
            long planned,
            long startMillis,
            long endMillis) {
        this.module = Objects.requireNonNull(module, "module");
        this.java = Objects.requireNonNullElse(java, "");
        this.junit = Objects.requireNonNullElse(junit, "");
        this.strict = strict;
        this.planned = planned;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
    }

    RunJvm ended(long now) {
        return new RunJvm(module, java, junit, strict, planned, startMillis, now);
    }
}
