package dev.netjig.testbed;

import dev.netjig.kernel.netns.NetnsThread;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The thread of a set-up, left to die after it. Starting one takes some 0.3 ms and a namespace 0.5 ms, so that after a
 * set-up a thread is started that makes the {@linkplain SpareNamespaces namespaces} of the next one, and waits for it.
 */
final class SetUpThread {

    private static final String NAME = "set-up";

    /** Takes a set-up only while a thread waits for one. */
    private static final SynchronousQueue<Runnable> SET_UPS = new SynchronousQueue<>();

    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    private SetUpThread() {}

    /** Runs {@code setUp} on the thread that waits, or on a new one, and waits for it. */
    static void run(Runnable setUp) {
        try {
            NetnsThread.callUnchecked(
                    NAME,
                    () -> {
                        setUp.run();
                        return Boolean.TRUE;
                    },
                    SetUpThread::execute);
        } finally {
            prepare();
        }
    }

    private static void execute(Runnable task) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        boolean taken = SET_UPS.offer(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            task.run();
        });
        if (taken) {
            PREPARED.set(false);
        } else {
            NetnsThread.start(NAME, task);
        }
    }

    /** Born on the home thread, the one that waits is in nobody's namespace. */
    private static void prepare() {
        if (PREPARED.compareAndSet(false, true)) {
            HomeThread.execute(() -> NetnsThread.start(NAME, SetUpThread::await));
        }
    }

    private static void await() {
        try {
            SpareNamespaces.fill();
            SET_UPS.take().run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
