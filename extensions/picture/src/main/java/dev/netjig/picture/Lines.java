package dev.netjig.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. */
final class Lines {

    private static final String ELLIPSIS = "…";

    private static final double STEP = 10;

    private Lines() {}

    /** At most {@code most} lines of at most {@code width} pixels; what is too much is left out, with an ellipsis. */
    static List<String> wrap(String text, Face face, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : plain(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (face.width(longer) > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        if (lines.size() > most) {
            String rest = String.join(" ", lines.subList(most - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(rest);
        }
        return lines.stream().map(each -> cut(each, face, width)).toList();
    }

    /** The same with lines of much the same length: no word is left alone on the last one. */
    static List<String> balanced(String text, Face face, double width, int most) {
        List<String> lines = wrap(text, face, width, most);
        for (double narrower = width; narrower > width / 2; narrower -= STEP) {
            List<String> candidate = wrap(text, face, narrower, most + 1);
            if (candidate.size() > lines.size()) {
                return lines;
            }
            lines = candidate;
        }
        return lines;
    }

    private static String cut(String line, Face face, double width) {
        if (face.width(line) <= width) {
            return line;
        }
        int end = line.length();
        while (end > 0 && face.width(line.substring(0, end) + ELLIPSIS) > width) {
            end = line.offsetByCodePoints(end, -1);
        }
        return line.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** In one line, without what no font can show. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
