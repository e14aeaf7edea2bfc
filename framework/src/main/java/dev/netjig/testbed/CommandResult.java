package dev.netjig.testbed;

import dev.netjig.topology.ShellWords;
import java.time.Duration;
import java.util.List;

/**
 * What a command did.
 *
 * @param netns the namespace it ran in
 * @param command the program and its arguments
 * @param exitCode 0 for success; 128 + N when signal N ended it
 * @param elapsed from its start to its end
 */
public record CommandResult(
        String netns, List<String> command, int exitCode, String stdout, String stderr, Duration elapsed) {

    public CommandResult {
        command = List.copyOf(command);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * This result, if the command succeeded.
     *
     * @throws CommandFailedException with everything that it printed, if not
     */
    public CommandResult orThrow() {
        if (!succeeded()) {
            throw new CommandFailedException("exited with " + exitCode, this);
        }
        return this;
    }

    /** The command as one would type it. */
    public String commandLine() {
        return ShellWords.join(command);
    }
}
