package dev.netjig.topology.plan;

import dev.netjig.topology.ShellWords;
import java.util.Optional;

/** Parts of commands for a POSIX shell. */
final class Shell {

    private Shell() {}

    /** The text of {@code word}, quoted where it has to be. */
    static String quote(Object word) {
        return ShellWords.quote(word.toString());
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
