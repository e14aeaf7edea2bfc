package dev.netjig.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a pipe to its end on a thread of its own, so that the writer never blocks. */
final class OutputDrain {

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final Thread thread;

    private OutputDrain(InputStream pipe, String name) {
        this.thread = new Thread(null, () -> drain(pipe), "netjig-" + name, 0, false);
        this.thread.setDaemon(true);
    }

    static OutputDrain of(InputStream pipe, String name) {
        OutputDrain drain = new OutputDrain(pipe, name);
        drain.thread.start();
        return drain;
    }

    /** Waits until the last writer has closed the pipe, but no longer than {@code limit}. */
    void awaitEnd(Duration limit) {
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String text() {
        synchronized (collected) {
            return collected.toString(StandardCharsets.UTF_8);
        }
    }

    private void drain(InputStream pipe) {
        byte[] buffer = new byte[8192];
        try (pipe) {
            int read;
            while ((read = pipe.read(buffer)) >= 0) {
                synchronized (collected) {
                    collected.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // The JDK closes the pipe when the process is destroyed; what was read until then is what there is.
            return;
        }
    }
}
