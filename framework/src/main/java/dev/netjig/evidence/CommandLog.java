package dev.netjig.evidence;

import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.CommandRun;
import java.util.List;
import java.util.stream.Collectors;

/** {@code commands.txt}: what was run in the namespaces, in order, and what it printed. */
final class CommandLog implements ExhibitProvider {

    /** Characters of one stream of one command; more is cut in the middle. */
    private static final int LONGEST = 20_000;

    @Override
    public List<Exhibit> exhibits(Case test) {
        return test.isFull() && !test.commands().isEmpty()
                ? List.of(Exhibit.text("commands.txt", () -> text(test.commands())))
                : List.of();
    }

    static String text(List<CommandRun> runs) {
        return runs.stream().map(CommandLog::text).collect(Collectors.joining("\n"));
    }

    private static String text(CommandRun run) {
        CommandResult result = run.result();
        return "# " + run.started() + ", " + end(run) + "\n"
                + line(result) + "\n"
                + output("", result.stdout())
                + output("stderr: ", result.stderr());
    }

    /** {@code exit code 0 after 12 ms}. */
    static String end(CommandRun run) {
        long millis = run.result().elapsed().toMillis();
        return run.running()
                ? "still running after " + millis + " ms"
                : "exit code " + run.result().exitCode() + " after " + millis + " ms";
    }

    /** As one would type it on the machine, if the namespaces had names there. */
    static String line(CommandResult result) {
        return "ip netns exec " + result.netns() + " " + result.commandLine();
    }

    private static String output(String mark, String output) {
        return output.isEmpty()
                ? ""
                : cut(output.stripTrailing())
                        .lines()
                        .map(line -> mark + line + "\n")
                        .collect(Collectors.joining());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2;
        return text.substring(0, half) + "\n[… " + (text.length() - LONGEST) + " characters …]\n"
                + text.substring(text.length() - half);
    }
}
