package dev.netjig.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Kills the commands that outlive this JVM. One small shell process, shared by all testbeds, reads from a pipe which
 * process groups are alive; when the JVM dies, however it dies, the pipe ends and the shell kills those that are left.
 */
final class CommandReaper {

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
            """;

    private static final class Holder {
        static final CommandReaper REAPER = new CommandReaper(start());
    }

    private final OutputStream pipe;

    private CommandReaper(OutputStream pipe) {
        this.pipe = pipe;
    }

    static CommandReaper instance() {
        return Holder.REAPER;
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
            return new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the process that kills left-over commands", e);
        }
    }
}
