package dev.netjig.kernel.netns;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs code on a platform thread that is made for it and left to die after it, so that the code may change the thread's
 * namespaces. The caller's thread stays where it is: whatever it starts later (workers, timers, the process reaper) must
 * not be born in a test's namespace.
 */
public final class NetnsThread {

    private static final AtomicLong COUNTER = new AtomicLong();

    private NetnsThread() {}

    /**
     * Runs {@code code} on its own thread and waits for it. An interrupt of the caller is passed on to that thread; what
     * its code returns nevertheless is closed, if it can be.
     *
     * @throws Exception whatever {@code code} throws
     * @throws CancellationException if the caller was interrupted; its interrupt flag is set again
     */
    public static <T> T call(String what, Callable<T> code) throws Exception {
        return call(what, code, task -> start(what, task));
    }

    private static <T> T call(String what, Callable<T> code, Executor executor) throws Exception {
        AtomicBoolean abandoned = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> {
            T result = code.call();
            if (abandoned.get() && result instanceof AutoCloseable resource) {
                resource.close();
            }
            return result;
        });
        executor.execute(task);
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            abandoned.set(true);
            task.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException(what + " was interrupted");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw rethrow(failed);
        }
    }

    /** As {@link #call}, for code whose checked exceptions would be a surprise. */
    public static <T> T callUnchecked(String what, Callable<T> code) {
        return unchecked(what, () -> call(what, code));
    }

    /**
     * As {@link #callUnchecked(String, Callable)}, on a thread of the caller's choice.
     *
     * @param executor runs what it is given on another thread that does nothing after it
     */
    public static <T> T callUnchecked(String what, Callable<T> code, Executor executor) {
        return unchecked(what, () -> call(what, code, executor));
    }

    /** Runs {@code task} on a thread that dies after it; nobody waits for it. */
    public static void start(String what, Runnable task) {
        Thread thread = new Thread(null, task, "netjig-" + what + "-" + COUNTER.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs {@code code} on this thread. */
    static <T> T unchecked(String what, Callable<T> code) {
        try {
            return code.call();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new IllegalStateException(what + ": " + checked.getMessage(), checked);
        }
    }

    private static Exception rethrow(ExecutionException failed) {
        Throwable cause = failed.getCause();
        // The exception was born on the other thread; the caller's stack says who asked for it.
        StackTraceElement[] caller = new Throwable().getStackTrace();
        if (cause instanceof Error error) {
            error.addSuppressed(new CalledFrom(caller));
            throw error;
        }
        Exception exception = cause instanceof Exception e ? e : failed;
        exception.addSuppressed(new CalledFrom(caller));
        return exception;
    }

    /** The stack of the thread that asked for the code to be run. */
    private static final class CalledFrom extends Throwable {
        private static final long serialVersionUID = 1L;

        CalledFrom(StackTraceElement[] stack) {
            super("called from", null, false, true);
            setStackTrace(stack);
        }
    }
}
