package dev.netjig.picture;

/**
 * A kind of text in a picture, and how much room it needs. No font is named that all machines have, so the widths are those
 * of the widest that is common, DejaVu Sans and DejaVu Sans Mono, and a little more.
 */
enum Face {
    /** What was tried. */
    HEADLINE("h", 15, Width.BOLD),
    /** A namespace. */
    TITLE("t", 14, Width.BOLD),
    /** A cause. */
    PROSE("g", 12, Width.PLAIN),
    /** A kind of tag. */
    SIGN("s", 10, Width.BOLD),
    /** A device. */
    NAME("b", 12, Width.MONO),
    /** Addresses, routes, rules. */
    CODE("c", 12, Width.MONO);

    /** For fonts that are a little wider than those measured. */
    private static final double MARGIN = 1.02;

    /** Of a line, in its font's size. */
    private static final double LEADING = 1.34;

    /** How far a line's letters reach over their baseline, in its font's size; DejaVu Sans has 0.93 with accents. */
    static final double ASCENT = 0.93;

    /** How far they reach under it. */
    static final double DESCENT = 0.24;

    private final String css;
    private final int size;
    private final Width width;

    Face(String css, int size, Width width) {
        this.css = css;
        this.size = size;
        this.width = width;
    }

    /** The CSS class. */
    String css() {
        return css;
    }

    /** In pixels. */
    int size() {
        return size;
    }

    /** From one line to the next. */
    double line() {
        return Math.round(size * LEADING);
    }

    /** Of a text in one line, in pixels. */
    double width(String text) {
        return text.codePoints().mapToDouble(width::of).sum() * size * MARGIN / 1000;
    }

    /** Advance widths in thousandths of the font's size. */
    private enum Width {
        PLAIN,
        BOLD,
        MONO;

        private static final int FIRST = ' ';
        private static final int MONOSPACED = 602;
        private static final int LATIN = 0x250;

        /** Of scripts whose letters are as wide as high, and of anything unknown. */
        private static final int SQUARE = 1050;

        private int of(int letter) {
            if (letter >= LATIN && letter != '→' && letter != '…' && letter != '–') {
                return SQUARE;
            }
            return switch (this) {
                case MONO -> MONOSPACED;
                case PLAIN -> measured(Advances.SANS, letter);
                case BOLD -> measured(Advances.SANS_BOLD, letter);
            };
        }

        private static int measured(int[] advances, int letter) {
            int index = letter - FIRST;
            return index >= 0 && index < advances.length ? advances[index] : SQUARE;
        }
    }
}
