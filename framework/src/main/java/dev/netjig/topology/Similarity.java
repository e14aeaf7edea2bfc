package dev.netjig.topology;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** Guesses which name was meant by a mistyped one. */
final class Similarity {

    /** Two slips of the finger, and never as many as the name has letters. */
    private static final int MOST_EDITS = 2;

    private Similarity() {}

    /** The known name with the fewest edits, if they are few. */
    static Optional<String> closest(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> edits(given, name) <= Math.min(MOST_EDITS, name.length() - 1))
                .min(comparingInt(name -> edits(given, name)));
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
