package dev.netjig.jupiter;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A testbed in a JUnit store: put there while there is nothing in the kernel yet, so that JUnit closes it however its
 * set-up ends.
 */
final class LiveTestbed implements AutoCloseable {

    private final Testbed testbed;
    private final Runnable closed;
    private boolean begun;
    private @Nullable Throwable failure;

    LiveTestbed(Topology topology) {
        this(topology, () -> {});
    }

    /** @param closed is told when the testbed is closed */
    LiveTestbed(Topology topology, Runnable closed) {
        this.testbed = Testbed.of(topology);
        this.closed = closed;
    }

    /** The testbed, set up by the first call; a set-up that failed is not repeated. */
    Testbed ready() {
        if (!begun) {
            begun = true;
            try {
                testbed.setUp();
            } catch (RuntimeException | Error failed) {
                failure = failed;
            }
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return testbed;
    }

    /** The testbed as it is, set up or not. */
    Testbed testbed() {
        return testbed;
    }

    /** Whether its set-up was tried and failed. */
    boolean hasFailed() {
        return failure != null;
    }

    @Override
    public void close() {
        try {
            testbed.close();
        } finally {
            closed.run();
        }
    }
}
