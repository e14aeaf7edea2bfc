package dev.netjig.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time of one exchange. */
final class Stopwatch {

    private long started = System.nanoTime();

    /** The end of the last wait in vain, not of the wake-up after it: who waits for 1 s is told 1000 ms, not 1003. */
    private @Nullable Long givenUpAt;

    void start() {
        started = System.nanoTime();
    }

    /** A wait until {@code deadline}, of {@link System#nanoTime}, was in vain. */
    void gaveUpAt(long deadline) {
        givenUpAt = deadline;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** From the start to the end of the last wait, if that was in vain. */
    Duration waited() {
        return givenUpAt == null ? elapsed() : Duration.ofNanos(givenUpAt - started);
    }
}
