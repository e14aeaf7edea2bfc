package dev.netjig.topology.plan;

import java.util.Optional;
import java.util.regex.Pattern;

/** Words of a POSIX shell. */
final class Shell {

    /** What needs no quotes anywhere in a command line; a leading ~ or = would. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*");

    private Shell() {}

    /** The word as it is if that is safe, else in single quotes. */
    static String quote(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** {@code ip} in a named namespace. */
    static String ip(String netns) {
        return "ip -n " + quote(netns);
    }

    /** A space, a keyword and its value, or nothing. */
    static String option(String keyword, Optional<?> value) {
        return value.map(present -> " " + keyword + " " + quote(present)).orElse("");
    }

    /** A command that reads the text; nothing in the text is expanded. */
    static String hereDocument(String command, String text) {
        String end = "EOF";
        while (text.lines().anyMatch(end::equals)) {
            end += "_";
        }
        return command + " <<'" + end + "'\n" + text + (text.endsWith("\n") ? "" : "\n") + end;
    }
}
