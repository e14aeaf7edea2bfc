package dev.netjig.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a command line as a POSIX shell reads them, with nothing expanded. */
public final class ShellWords {

    /** What needs no quotes anywhere in a command line; a leading ~ or = would. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellWords(String text) {
        this.text = text;
    }

    /** The command line of these words, each quoted where it has to be. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    /** The word as it is if that is safe, else in single quotes. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * The words without their quotes.
     *
     * @throws InvalidValueException if a quote is not closed, or there is more than one line
     */
    static List<String> split(String text) {
        if (text.strip().lines().count() > 1) {
            throw new InvalidValueException(text, "has several lines", "one command; declare the next one by itself");
        }
        ShellWords splitter = new ShellWords(text);
        splitter.run();
        return splitter.words;
    }

    private void run() {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\'' || character == '"') {
                i = quoted(i + 1, character);
            } else if (Character.isWhitespace(character)) {
                endWord();
            } else if (character == '\\' && i + 1 < text.length()) {
                i++;
                append(text.charAt(i));
            } else {
                append(character);
            }
        }
        endWord();
    }

    /** Takes the text up to the closing quote and returns its place. */
    private int quoted(int start, char quote) {
        inWord = true;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == quote) {
                return i;
            }
            if (character == '\\'
                    && quote == '"'
                    && i + 1 < text.length()
                    && "\"\\$`".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            append(text.charAt(i));
        }
        throw new InvalidValueException(text, "has an open " + quote, "close the quote");
    }

    private void append(char character) {
        inWord = true;
        word.append(character);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
