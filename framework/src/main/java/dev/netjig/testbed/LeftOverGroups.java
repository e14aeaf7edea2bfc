package dev.netjig.testbed;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Sys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The process groups in which something still runs after the command's end: children in the background. They end with
 * the testbed, or with the JVM, also those that {@link LeftOverProcesses} does not find because they threw away their
 * environment and went into another namespace.
 */
final class LeftOverGroups {

    private static final int SIGKILL = 9;

    private final List<Long> groups = new ArrayList<>();

    /** Keeps the group of a command that has ended, unless nothing is left of it: its number may soon be another's. */
    void ended(long group) {
        if (isEmpty(group)) {
            CommandReaper.instance().forget(group);
            return;
        }
        synchronized (groups) {
            groups.add(group);
        }
    }

    /** Kills what is left. */
    void kill() {
        synchronized (groups) {
            for (long group : groups) {
                Sys.tryKill((int) -group, SIGKILL);
                CommandReaper.instance().forget(group);
            }
            groups.clear();
        }
    }

    private static boolean isEmpty(long group) {
        return Sys.tryKill((int) -group, 0).equals(Optional.of(Errno.ESRCH));
    }
}
