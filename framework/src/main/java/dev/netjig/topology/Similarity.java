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

    /** Levenshtein's distance, with a swap of two neighbours as one edit (Damerau). */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int inserted = 1 + Math.min(edits[i - 1][j], edits[i][j - 1]);
        boolean swap =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        int swapped = swap ? 1 + edits[i - 2][j - 2] : Integer.MAX_VALUE;
        return Math.min(swapped, Math.min(replaced, inserted));
    }
}
