package dev.netjig.picture;

import java.util.List;

/**
 * A line, or a few, in the box of a stack: a sign and its text.
 *
 * @param css the CSS class of the sign
 * @param title everything that there is to say
 */
record Row(String sign, String css, Face face, List<String> lines, String title, Mood mood) {

    /** What became of the packet here. */
    enum Mood {
        CALM,
        /** It was changed and went on. */
        PASSED,
        /** It died of this. */
        DEADLY
    }

    private static final double PADDING = 3;

    Row {
        lines = List.copyOf(lines);
    }

    double height() {
        return lines.size() * face.line() + 2 * PADDING;
    }

    double textWidth() {
        return lines.stream().mapToDouble(face::width).max().orElse(0);
    }

    double signWidth() {
        return Face.SIGN.width(sign);
    }
}
