package dev.netjig.reports.site;

import java.util.Locale;

/** HTML in the making. What is added by {@link #text} cannot become markup. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Markup, and the end of the line. */
    Html line(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** {@code <tag class="kind">text</tag>}; without a class if {@code kind} is empty. */
    Html element(String tag, String kind, String text) {
        return line(of(tag, kind, text));
    }

    static String of(String tag, String kind, String text) {
        return "<" + tag + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">" + text(text) + "</" + tag + ">";
    }

    static String link(String address, String kind, String text) {
        return "<a" + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + " href=\"" + text(address) + "\">"
                + text(text) + "</a>";
    }

    /** {@code text} with what would be markup in it, or in an attribute, escaped. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c == '\t' || c == '\n' || c >= ' ' ? c : '\ufffd');
            }
        }
        return escaped.toString();
    }

    /** {@code 12.3 kB}. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
