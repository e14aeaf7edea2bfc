package dev.netjig.testbed;

import dev.netjig.kernel.libc.Sys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that are left of a testbed when it ends: daemons that a command started. Each would keep its namespace
 * alive. They are in one of the testbed's namespaces, where nobody else can be, or, if they went into one that a command
 * made ({@code ip netns add}), they have the testbed's mark in their environment.
 */
final class LeftOverProcesses {

    private static final int SIGKILL = 9;

    private LeftOverProcesses() {}

    static void kill(Collection<NetworkNamespace> namespaces, String mark) {
        Set<String> inodes = namespaces.stream()
                .filter(NetworkNamespace::wasEntered)
                .map(netns -> "net:[" + netns.inode() + "]")
                .collect(Collectors.toSet());
        if (inodes.isEmpty()) {
            return;
        }
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .filter(pid -> inodes.contains(netns(pid)) || environment(pid).contains(mark))
                .forEach(pid -> Sys.tryKill(pid.intValue(), SIGKILL));
    }

    private static String netns(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/net")).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<String> environment(long pid) {
        try {
            String environment = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
            return List.of(environment.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
