package dev.netjig.shards;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many test plans are executed in this JVM. A launcher that works while one is, was started by a test, and its fixtures
 * are neither split nor recorded.
 */
final class RunningPlans {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private RunningPlans() {}

    static boolean any() {
        return COUNT.get() > 0;
    }

    /** Returns whether there was none before. */
    static boolean enter() {
        return COUNT.getAndIncrement() == 0;
    }

    static void leave() {
        COUNT.decrementAndGet();
    }
}
