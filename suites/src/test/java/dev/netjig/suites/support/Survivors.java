package dev.netjig.suites.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes that have a variable in their environment: a JVM that was started with it, and all that came of it. */
public final class Survivors {

    private Survivors() {}

    /** Their ids, command lines and network namespaces. */
    public static List<String> having(String variable, String value) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> List.of(read(pid, "environ").split("\0")).contains(variable + "=" + value))
                .map(pid -> pid + " `" + read(pid, "cmdline").replace('\0', ' ').strip() + "` in " + netns(pid))
                .toList();
    }

    /** Empty for what has ended meanwhile, and for what has ended and was not waited for. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Optional<Path> netns(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", String.valueOf(pid), "ns/net")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
