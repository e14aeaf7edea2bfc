package dev.netjig.suites.support;

import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a document, numbered as its steps are. A shell types them one after the other, and goes on when one of
 * them fails, as the document's reader would.
 */
public final class Recipe {

    /** {@code @@netjig 3 0}: command 3 has ended with exit code 0; what follows is what it printed. */
    private static final Pattern RESULT =
            Pattern.compile("@@netjig (\\d+) (\\d+)\n(.*?)(?=@@netjig|\\z)", Pattern.DOTALL);

    private final Map<Integer, String> commands;

    private Recipe(Map<Integer, String> commands) {
        this.commands = commands;
    }

    /** Commands that are numbered from 1. */
    public static Recipe of(String... commands) {
        Map<Integer, String> numbered = new LinkedHashMap<>();
        for (String command : commands) {
            numbered.put(numbered.size() + 1, command);
        }
        return new Recipe(numbered);
    }

    /** The same commands without number {@code step}. */
    public Recipe without(int step) {
        Map<Integer, String> others = new LinkedHashMap<>(commands);
        if (others.remove(step) == null) {
            throw new IllegalArgumentException("there is no step " + step + " in " + commands);
        }
        return new Recipe(others);
    }

    /** These commands and then {@code others}, whose numbers go on from the last one here. */
    public Recipe then(String... others) {
        Map<Integer, String> all = new LinkedHashMap<>(commands);
        int last = all.keySet().stream().max(Integer::compare).orElse(0);
        for (String command : others) {
            last++;
            all.put(last, command);
        }
        return new Recipe(all);
    }

    /** Types them in {@code netns}. */
    public Outcomes runIn(NetworkNamespace netns) {
        StringBuilder script = new StringBuilder();
        commands.forEach((number, command) -> script.append("output=$({ ")
                .append(command)
                .append("\n} 2>&1 </dev/null)\nprintf '@@netjig %s %s\\n%s\\n' ")
                .append(number)
                .append(" $? \"$output\"\n"));
        String printed =
                netns.command("sh").stdin(script.toString()).run().orThrow().stdout();
        List<Outcome> outcomes = new ArrayList<>();
        Matcher result = RESULT.matcher(printed);
        while (result.find()) {
            int number = Integer.parseInt(result.group(1));
            outcomes.add(new Outcome(
                    number,
                    String.valueOf(commands.get(number)),
                    Integer.parseInt(result.group(2)),
                    result.group(3).strip()));
        }
        if (outcomes.size() != commands.size()) {
            throw new IllegalStateException("the shell ended early; it printed:\n" + printed);
        }
        return new Outcomes(outcomes);
    }

    /** What one command did. */
    public record Outcome(int step, String command, int exitCode, String output) {

        @Override
        public String toString() {
            return step + ": `" + command + "` exited with " + exitCode + (output.isEmpty() ? "" : "\n" + output);
        }
    }

    /** What all commands did, in order. */
    public record Outcomes(List<Outcome> all) {

        public Outcomes {
            all = List.copyOf(all);
        }

        /** What step {@code number} did. */
        public Outcome step(int number) {
            return all.stream()
                    .filter(outcome -> outcome.step() == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("step " + number + " was not taken"));
        }

        /** What step {@code number} printed. */
        public String output(int number) {
            return step(number).output();
        }

        /** Those that failed; none if all went well. */
        public List<Outcome> failures() {
            return all.stream().filter(outcome -> outcome.exitCode() != 0).toList();
        }

        /** The numbers of those that failed and how: {@code 9: 2 Error: Nexthop has invalid gateway.}. */
        public List<String> complaints() {
            return failures().stream()
                    .map(outcome -> outcome.step() + ": " + outcome.exitCode() + " " + outcome.output())
                    .toList();
        }
    }
}
