package dev.netjig.picture;

import java.util.Locale;

/** Writes SVG. */
final class Markup {

    private final StringBuilder text = new StringBuilder();

    /** Begins a group whose first child is its title. */
    Markup open(String css, String title) {
        text.append("<g").append(css.isEmpty() ? "" : " class=\"" + css + "\"").append('>');
        if (!title.isEmpty()) {
            text.append("<title>").append(escape(title)).append("</title>");
        }
        return this;
    }

    Markup close() {
        text.append("</g>\n");
        return this;
    }

    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    Markup box(String css, Box box, double radius) {
        text.append("<rect class=\"").append(css).append("\" x=\"").append(number(box.x()));
        text.append("\" y=\"").append(number(box.y())).append("\" width=\"").append(number(box.width()));
        text.append("\" height=\"").append(number(box.height()));
        text.append("\" rx=\"").append(number(radius)).append("\"/>");
        return this;
    }

    /** One line; {@code baseline} is what its letters stand on. */
    Markup text(Face face, double x, double baseline, String line) {
        return text(face, "", x, baseline, line);
    }

    /** One line in a colour of its own. */
    Markup text(Face face, String css, double x, double baseline, String line) {
        text.append("<text class=\"")
                .append(face.css())
                .append(css.isEmpty() ? "" : " " + css)
                .append("\" x=\"")
                .append(number(x));
        text.append("\" y=\"")
                .append(number(baseline))
                .append("\">")
                .append(escape(line))
                .append("</text>");
        return this;
    }

    Markup line(String css, Line line) {
        StringBuilder data = new StringBuilder();
        Line.Point before = line.first();
        data.append('M').append(number(before.x())).append(' ').append(number(before.y()));
        for (Line.Point point : line.points().subList(1, line.points().size())) {
            if (number(point.y()).equals(number(before.y()))) {
                data.append('H').append(number(point.x()));
            } else if (number(point.x()).equals(number(before.x()))) {
                data.append('V').append(number(point.y()));
            } else {
                data.append('L').append(number(point.x())).append(' ').append(number(point.y()));
            }
            before = point;
        }
        return path(css, data.toString());
    }

    Markup path(String css, String data) {
        text.append("<path class=\"").append(css).append("\" d=\"").append(data).append("\"/>");
        return this;
    }

    Markup circle(String css, double x, double y, double radius) {
        text.append("<circle class=\"").append(css).append("\" cx=\"").append(number(x));
        text.append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\"/>");
        return this;
    }

    /** With half a pixel of precision. */
    static String number(double value) {
        double half = Math.round(2 * value) / 2.0;
        return half == Math.rint(half) ? String.valueOf((long) half) : String.format(Locale.ROOT, "%.1f", half);
    }

    /** Characters that XML cannot carry become spaces. */
    static String escape(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(letter) ? letter : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int letter) {
        return letter == '\n'
                || letter == '\t'
                || (letter >= 0x20 && letter <= 0xd7ff)
                || (letter >= 0xe000 && letter <= 0xfffd)
                || letter >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
