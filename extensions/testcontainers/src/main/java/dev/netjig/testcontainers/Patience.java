package dev.netjig.testcontainers;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for what no call of the kernel or of Docker reports, so that it has to be asked for again and again. Unlike
 * Awaitility it heeds an interrupt: a test that has had its time ends.
 */
final class Patience {

    private static final long PAUSE_MILLIS = 5;

    private Patience() {}

    /** Whether {@code condition} came true within {@code limit}. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
