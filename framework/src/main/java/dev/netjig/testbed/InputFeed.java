package dev.netjig.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a command's whole input on a thread of its own, so that a command which does not read it blocks nobody. */
final class InputFeed {

    private InputFeed() {}

    static void start(OutputStream pipe, String text) {
        Thread thread = new Thread(null, () -> feed(pipe, text), "netjig-stdin", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private static void feed(OutputStream pipe, String text) {
        try (pipe) {
            pipe.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // A command may end before it has read all of its input; its exit code and output tell how it went.
            return;
        }
    }
}
