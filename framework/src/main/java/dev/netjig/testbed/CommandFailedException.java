package dev.netjig.testbed;

/** A command did not do what it had to; the message carries everything that it printed. */
public final class CommandFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CommandResult result;

    CommandFailedException(String problem, CommandResult result) {
        super(message(problem, result));
        this.result = result;
    }

    public CommandResult result() {
        return result;
    }

    private static String message(String problem, CommandResult result) {
        return "in netns " + result.netns() + ": `" + result.commandLine() + "` " + problem + " (after "
                + result.elapsed().toMillis() + " ms)" + block("stdout", result.stdout())
                + block("stderr", result.stderr());
    }

    private static String block(String name, String text) {
        return text.isBlank() ? "" : "\n" + name + ":\n  " + text.strip().replace("\n", "\n  ");
    }
}
