package dev.netjig.evidence;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.testbed.CommandRun;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code summary.txt}: what is left of a test of which little is wanted. */
final class Summary implements ExhibitProvider {

    private static final int MOST = 20;
    private static final int LONGEST_LINE = 300;

    @Override
    public List<Exhibit> exhibits(Case test) {
        return test.isFull() ? List.of() : List.of(Exhibit.text("summary.txt", () -> text(test)));
    }

    static String text(Case test) {
        StringBuilder text = new StringBuilder();
        text.append(test.name()).append(' ').append(test.verdict().name().toLowerCase(Locale.ROOT));
        text.append("\nnamespaces: ").append(String.join(", ", test.topology().namespaces()));
        text.append("\nkernel: ")
                .append(Environment.kernel())
                .append(", Java: ")
                .append(Runtime.version());
        list(text, "explained", test.explanations(), Summary::line);
        list(text, "commands", test.commands(), Summary::line);
        text.append("\npackets captured: ").append(test.packets().size()).append('\n');
        return text.toString();
    }

    private static <T> void list(StringBuilder text, String title, List<T> items, Function<T, String> line) {
        if (items.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append(':');
        items.stream()
                .limit(MOST)
                .map(line)
                .forEach(words -> text.append("\n  ")
                        .append(words.length() > LONGEST_LINE ? words.substring(0, LONGEST_LINE) + " …" : words));
        if (items.size() > MOST) {
            text.append("\n  and ").append(items.size() - MOST).append(" more");
        }
    }

    private static String line(Explanation explanation) {
        return explanation.line() + " (" + explanation.confidence().name().toLowerCase(Locale.ROOT) + ", tier "
                + explanation.tier() + ")";
    }

    private static String line(CommandRun run) {
        return CommandLog.line(run.result()) + " # " + CommandLog.end(run);
    }
}
