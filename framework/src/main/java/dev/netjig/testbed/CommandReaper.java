package dev.netjig.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Kills the commands that outlive this JVM. One small shell process, shared by all testbeds, reads from a pipe which
 * process groups are alive; when the JVM dies, however it dies, the pipe ends and the shell kills those that are left,
 * and then whatever else carries this JVM's mark in its environment: daemons, and what was just being started.
 */
final class CommandReaper {

    /** The variable in the environment of every command; its value begins with {@link #JVM}, then comes the testbed. */
    static final String MARK = "NETJIG_OWNER";

    static final String JVM = ProcessHandle.current().pid() + "-" + System.nanoTime() + "/";

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            groups=' '
            while read -r op group; do
              case $op in
                +) groups="$groups$group " ;;
                -) case $groups in *" $group "*) groups="${groups%% $group *} ${groups#* $group }" ;; esac ;;
              esac
            done
            for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
            quiet=0
            while [ $quiet -lt 3 ]; do
              quiet=$((quiet + 1))
              for file in $(grep -lszF "$1" /proc/[0-9]*/environ); do
                pid=${file#/proc/}
                kill -s KILL "${pid%/environ}" 2>/dev/null
                quiet=0
              done
              sleep 0.1
            done
            """;

    private static @Nullable CommandReaper instance;

    private final OutputStream pipe;

    private CommandReaper(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** The reaper, started by the first call; where that fails, each call says why. */
    static synchronized CommandReaper instance() {
        CommandReaper known = instance;
        if (known == null) {
            known = new CommandReaper(start());
            instance = known;
        }
        return known;
    }

    void watch(long group) {
        tell("+ " + group);
    }

    void forget(long group) {
        tell("- " + group);
    }

    private synchronized void tell(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process that kills left-over commands is gone", e);
        }
    }

    private static OutputStream start() {
        try {
            return new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "netjig-reaper", MARK + "=" + JVM)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot start the process that kills left-over commands: " + e.getMessage()
                            + "; netjig runs commands with setsid and nsenter (Debian, Ubuntu: apt-get install util-linux)",
                    e);
        }
    }
}
