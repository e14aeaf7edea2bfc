package dev.netjig.testbed;

import dev.netjig.topology.SysctlSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** {@code /proc/sys/net} as the calling thread's namespace has it. */
final class Sysctls {

    private static final Path ROOT = Path.of("/proc/sys");

    private Sysctls() {}

    static String read(String netns, String key) {
        try {
            return Files.readString(file(netns, key)).strip();
        } catch (NoSuchFileException missing) {
            throw new MissingSysctlException(netns, key, missing);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sysctl " + key + " in netns " + netns, e);
        }
    }

    static void write(String netns, String key, String value) {
        try {
            // Not Files.writeString: it would create the file, and /proc answers that with "permission denied".
            Files.write(
                    file(netns, key),
                    (value + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    StandardOpenOption.WRITE);
        } catch (NoSuchFileException missing) {
            throw new MissingSysctlException(netns, key, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the kernel refused sysctl " + key + "=" + value + " in netns " + netns + ": " + e.getMessage(), e);
        }
    }

    private static Path file(String netns, String key) {
        return ROOT.resolve(new SysctlSpec(netns, key, "").path());
    }
}
