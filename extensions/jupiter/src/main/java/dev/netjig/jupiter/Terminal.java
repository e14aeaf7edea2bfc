package dev.netjig.jupiter;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The terminal that the tests were started from. Not the standard streams: whatever runs the tests may have its own use
 * for those.
 */
final class Terminal implements AutoCloseable {

    private static final String DEVICE = "/dev/tty";

    private final Fd device;
    private volatile boolean closed;

    private Terminal(Fd device) {
        this.device = device;
    }

    /** Empty where there is none, or where somebody else has it: a job in the background must not read from it. */
    static Optional<Terminal> ofTests() {
        if (!isForeground()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Terminal(Sys.open(DEVICE)));
        } catch (KernelException none) {
            return Optional.empty();
        }
    }

    void print(String text) {
        try (FileOutputStream out = new FileOutputStream(DEVICE)) {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + DEVICE, e);
        }
    }

    /** Calls {@code action}, on another thread, when a line is entered before {@code limit} has passed. */
    void onEnter(Duration limit, Runnable action) {
        Thread thread = new Thread(null, () -> await(limit, action), "netjig-terminal", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives it back: what is entered from now on is for somebody else. */
    @Override
    public void close() {
        closed = true;
    }

    private void await(Duration limit, Runnable action) {
        try (device) {
            // Interest ends with the close, which nobody can tell poll(2).
            if (Sys.poll(device, Const.POLLIN, limit) > 0 && !closed && isForeground()) {
                takeLine();
                action.run();
            }
        }
    }

    private static void takeLine() {
        try (FileInputStream in = new FileInputStream(DEVICE)) {
            in.read(new byte[1024]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from " + DEVICE, e);
        }
    }

    /** proc(5), {@code /proc/PID/stat}: the process group and, three fields later, that in the terminal's foreground. */
    private static boolean isForeground() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return fields.get(2).equals(fields.get(5));
        } catch (IOException e) {
            return false;
        }
    }
}
