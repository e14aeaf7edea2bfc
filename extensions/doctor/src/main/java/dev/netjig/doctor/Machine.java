package dev.netjig.doctor;

import dev.netjig.testbed.UserNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files of a machine say of it; none is written.
 *
 * @param root the directory below which they are
 */
record Machine(Path root) {

    /** The one that this program runs on. */
    static Machine here() {
        return new Machine(Path.of("/"));
    }

    /** Without white space around it; empty if there is no such file, or none that this user may read. */
    Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(path(file)).strip());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    boolean has(String file) {
        return Files.exists(path(file));
    }

    /** Whether this process is in no user namespace but the machine's first one. */
    boolean isFirstUserNamespace() {
        return read("/proc/self/uid_map").filter(UserNamespace::isMachines).isPresent();
    }

    /** The effective user, as its user namespace counts. */
    int uid() {
        return status("Uid").map(ids -> Integer.parseInt(ids.split("\\s+")[1])).orElse(-1);
    }

    /** Whether this process has a capability, by its number in {@code linux/capability.h}. */
    boolean isCapable(int number) {
        return status("CapEff")
                .filter(mask -> (Long.parseUnsignedLong(mask, 16) >>> number & 1) == 1)
                .isPresent();
    }

    /** Whether the file system at {@code mountPoint} is one of its own that is mounted read-only. */
    boolean isReadOnly(String mountPoint) {
        return lines("/proc/self/mounts")
                .map(line -> line.split(" "))
                .filter(words -> words.length > 3 && words[1].equals(mountPoint))
                .reduce((earlier, later) -> later)
                .filter(words -> Arrays.asList(words[3].split(",")).contains("ro"))
                .isPresent();
    }

    /** Whether using it for the first time would load a module into the kernel. */
    boolean isUnloaded(String module) {
        if (has("/sys/module/" + module) || lines("/proc/modules").anyMatch(line -> line.startsWith(module + " "))) {
            return false;
        }
        return lines("/lib/modules/" + read("/proc/sys/kernel/osrelease").orElse("") + "/modules.dep")
                .map(line -> line.substring(line.lastIndexOf('/', line.indexOf(':')) + 1, line.indexOf(':')))
                .map(file -> file.substring(0, file.indexOf(".ko")).replace('-', '_'))
                .anyMatch(module::equals);
    }

    private Optional<String> status(String key) {
        return lines("/proc/self/status")
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst();
    }

    private Stream<String> lines(String file) {
        return read(file).stream().flatMap(String::lines).filter(line -> !line.isEmpty());
    }

    private Path path(String file) {
        return root.resolve(file.substring(1));
    }
}
