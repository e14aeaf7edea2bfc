package dev.netjig.testbed;

import dev.netjig.topology.SysctlSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code /proc/sys/net} as the calling thread's namespace has it. */
final class Sysctls {

    private static final Path ROOT = Path.of("/proc/sys");

    /** Bytes; the longest value, a list of reserved ports, is far shorter. */
    private static final int LONGEST = 4096;

    private Sysctls() {}

    static String read(String netns, String key) {
        try {
            return read(file(netns, key)).strip();
        } catch (NoSuchFileException missing) {
            throw MissingSysctlException.of(netns, key, missing);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sysctl " + key + " in netns " + netns, e);
        }
    }

    static void write(String netns, String key, String value) {
        try {
            // Not Files.writeString: it would create the file, and /proc answers that with "permission denied".
            Files.write(file(netns, key), (value + "\n").getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
        } catch (NoSuchFileException missing) {
            throw MissingSysctlException.of(netns, key, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the kernel refused sysctl " + key + "=" + value + " in netns " + netns + ": " + e.getMessage(), e);
        }
    }

    /** In one read: after a short one the kernel says that a number's file has ended, so {@code 64} would read as 6. */
    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[LONGEST];
            int length = in.read(bytes);
            return new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        }
    }

    private static Path file(String netns, String key) {
        return ROOT.resolve(new SysctlSpec(netns, key, "").path());
    }
}
