package dev.netjig.testbed;

import dev.netjig.kernel.libc.Sys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processes that still live in a namespace when its testbed ends: daemons that a command started. They are ours,
 * since nobody else can be in an anonymous namespace, and one of them would keep it alive.
 */
final class LeftOverProcesses {

    private static final int SIGKILL = 9;

    private LeftOverProcesses() {}

    static void kill(NetworkNamespace netns) {
        if (!netns.wasEntered()) {
            return;
        }
        String wanted = "net:[" + netns.inode() + "]";
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> isIn(process, wanted))
                .forEach(process -> Sys.tryKill((int) process.pid(), SIGKILL));
    }

    private static boolean isIn(ProcessHandle process, String netns) {
        try {
            Path link = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net"));
            return link.toString().equals(netns);
        } catch (IOException gone) {
            return false;
        }
    }
}
