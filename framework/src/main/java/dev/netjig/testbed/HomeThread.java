package dev.netjig.testbed;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The thread that starts processes. It is born where the JVM lives and never leaves, so that the JDK's process reaper
 * threads, which are born on the thread that starts a process and linger for a minute, never hold on to a test's
 * namespace.
 */
final class HomeThread {

    private static final ExecutorService EXECUTOR = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "netjig-home", 0, false);
        thread.setDaemon(true);
        return thread;
    });

    private static volatile boolean started;

    private HomeThread() {}

    /** Starts the thread; the first call must come from a thread that is in no test's namespace. */
    static void start() {
        if (!started) {
            call(() -> Boolean.TRUE);
            started = true;
        }
    }

    /** Runs {@code task} on the thread, soon. */
    static void execute(Runnable task) {
        EXECUTOR.execute(task);
    }

    static <T> T call(Callable<T> task) {
        try {
            return EXECUTOR.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process was being started", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        }
    }
}
