package dev.netjig.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments of one {@code iptables} call, as a person types them: {@code -t nat -A POSTROUTING -j MASQUERADE}.
 *
 * @param table {@code filter} unless {@code -t} names another
 * @param words all words but {@code -t} and its table, without quotes
 */
public record IptablesArguments(String table, List<String> words) {

    private static final Set<String> TABLES = Set.of("filter", "nat", "mangle", "raw", "security");

    private static final List<String> COMMANDS = List.of("-A", "-I", "-R", "-D", "-P", "-N", "-E", "-F", "-Z", "-X");

    private static final Set<String> LONG_COMMANDS = Set.of(
            "--append",
            "--insert",
            "--replace",
            "--delete",
            "--policy",
            "--new-chain",
            "--rename-chain",
            "--flush",
            "--zero",
            "--delete-chain");

    /** Copies the list. */
    public IptablesArguments {
        words = List.copyOf(words);
    }

    /**
     * Reads the arguments, with {@code iptables} before them or not. Words are split as a shell does it, with single and
     * double quotes; nothing is expanded.
     *
     * @throws InvalidValueException if quotes are open, the table is unknown, or there is no command that changes rules
     */
    public static IptablesArguments parse(String text) {
        List<String> words = new ArrayList<>(ShellWords.split(text));
        if (!words.isEmpty() && words.get(0).equals("iptables")) {
            words.remove(0);
        }
        String table = takeTable(text, words);
        IptablesArguments arguments = new IptablesArguments(table, words);
        if (words.stream().filter(IptablesArguments::isCommand).count() != 1) {
            throw new InvalidValueException(
                    text, "has no single command that changes rules", "one of " + String.join(" ", COMMANDS));
        }
        return arguments;
    }

    private static String takeTable(String text, List<String> words) {
        String table = "filter";
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-t") || words.get(i).equals("--table")) {
                words.remove(i);
                table = i < words.size() ? words.remove(i) : "";
                break;
            }
        }
        if (!TABLES.contains(table)) {
            throw new InvalidValueException(
                    text,
                    "names the table \"" + table + "\"",
                    "one of " + TABLES.stream().sorted().collect(Collectors.joining(" ")));
        }
        return table;
    }

    private static boolean isCommand(String word) {
        return COMMANDS.contains(word) || LONG_COMMANDS.contains(word);
    }

    /** The chain and target of {@code -P FORWARD DROP}. */
    public Optional<List<String>> policy() {
        return words.size() == 3 && Set.of("-P", "--policy").contains(words.get(0))
                ? Optional.of(words.subList(1, 3))
                : Optional.empty();
    }

    /** Whether a rule is added, which can carry a comment. */
    public boolean addsRule() {
        return words.stream().anyMatch(Set.of("-A", "--append", "-I", "--insert", "-R", "--replace")::contains);
    }
}
