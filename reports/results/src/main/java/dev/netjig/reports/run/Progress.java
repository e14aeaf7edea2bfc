package dev.netjig.reports.run;

import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.platform.launcher.TestIdentifier;

/** Tells while tests run what runs, how many of how many have ended, and for how long; failures at once. */
final class Progress {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_LINES = Duration.ofSeconds(30);

    private final String module;
    private final Count count;
    private final Screen screen;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Progress::thread);
    private volatile String current = "";

    private Progress(String module, Count count, Screen screen) {
        this.module = module;
        this.count = count;
        this.screen = screen;
    }

    static Progress begin(String module, Count count, Screen screen) {
        Progress progress = new Progress(module, count, screen);
        long period = (screen.rewrites() ? ON_A_TERMINAL : IN_LINES).toMillis();
        if (!Screen.isOff()) {
            var unused = progress.clock.scheduleAtFixedRate(progress::show, period, period, TimeUnit.MILLISECONDS);
        }
        return progress;
    }

    void registered(TestIdentifier test, Optional<TestIdentifier> parent) {
        count.registered(test, parent);
    }

    void started(String type) {
        current = type;
    }

    void ended(TestRun test) {
        count.ended(test.status());
        if (test.status() == Status.FAILED) {
            say(ProgressText.failure(test, screen.paint()));
        }
    }

    void end() {
        clock.shutdown();
        if (count.ended() > 0 && !Screen.isOff()) {
            say(ProgressText.end(module, count, elapsed(), screen.paint()));
        }
    }

    /** Maven's own lines begin where the cursor is left: at the line's beginning. */
    private synchronized void show() {
        String line = ProgressText.line(module, count, elapsed(), current, screen);
        if (screen.rewrites()) {
            screen.out().print("\r\u001b[K" + line + "\r");
        } else {
            screen.out().println(line);
        }
        screen.out().flush();
    }

    private synchronized void say(String text) {
        screen.out().print(screen.rewrites() ? "\r\u001b[K" : "");
        screen.out().println(text);
        screen.out().flush();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "netjig-progress");
        thread.setDaemon(true);
        return thread;
    }
}
