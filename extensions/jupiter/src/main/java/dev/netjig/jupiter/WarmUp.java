package dev.netjig.jupiter;

import dev.netjig.testbed.Testbed;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Loads the native libraries in the background while JUnit is still looking for tests, so that the first test does not
 * have to wait for them. JUnit's launcher finds it by itself.
 */
public final class WarmUp implements LauncherSessionListener {

    /** For the service loader. */
    public WarmUp() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Thread thread = new Thread(WarmUp::warmUp, "netjig-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void warmUp() {
        try {
            Testbed.initialise();
        } catch (RuntimeException | LinkageError failed) {
            // Not lost: the first test that needs a testbed meets the same failure, and it can say so.
        }
    }
}
