package dev.netjig.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user namespace of this JVM: who wants into its network namespaces must be in it first. */
public final class UserNamespace {

    /** The machine's own maps every user to itself. */
    private static final List<String> MACHINE = List.of("0", "0", "4294967295");

    private UserNamespace() {}

    /** What {@code nsenter} must be told besides; empty where this JVM is in the machine's own user namespace. */
    static String option() {
        return isMachines() ? "" : "--user=/proc/" + ProcessHandle.current().pid() + "/ns/user --preserve-credentials ";
    }

    /** Whether this JVM is in the machine's own, which is the condition of all that only the machine's root may do. */
    public static boolean isMachines() {
        try {
            return isMachines(Files.readString(Path.of("/proc/self/uid_map")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc/self/uid_map", e);
        }
    }

    /** Whether a process with this {@code /proc/PID/uid_map} is in the machine's own. */
    public static boolean isMachines(String uidMap) {
        return List.of(uidMap.strip().split("\\s+")).equals(MACHINE);
    }
}
