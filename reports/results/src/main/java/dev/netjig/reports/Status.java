package dev.netjig.reports;

import java.util.Locale;

/** What became of a test, and what it makes of its scenario. */
public enum Status {
    PASSED,
    FAILED,
    SKIPPED;

    /** {@code passed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
