package dev.netjig.reports.site;

import dev.netjig.reports.Outcome;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.Texts;
import java.time.Duration;

/** What all pages of the site have: head, bar and foot. Scripts add comfort only; every page is whole without. */
final class Page {

    private static final String MARK =
            "<svg class=\"mark\" viewBox=\"0 0 32 24\" aria-hidden=\"true\"><path d=\"M9 12h14\"/>"
                    + "<rect x=\"1\" y=\"6\" width=\"9\" height=\"12\" rx=\"3\"/><rect x=\"22\" y=\"6\" width=\"9\" height=\"12\" rx=\"3\"/>"
                    + "<circle cx=\"16\" cy=\"12\" r=\"2.5\"/></svg>";

    private Page() {}

    /**
     * A page of its own.
     *
     * @param root the way to the site's folder: empty or {@code ../}
     * @param links markup in the bar
     */
    static String of(String title, String root, String links, Html main) {
        return new Html()
                .line("<!DOCTYPE html>")
                .line("<html lang=\"en\">")
                .line("<head>")
                .line("<meta charset=\"utf-8\">")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .line("<meta name=\"color-scheme\" content=\"light dark\">")
                .element("title", "", title)
                .line("<link rel=\"icon\" href=\"data:,\">")
                .line("<link rel=\"stylesheet\" href=\"" + root + "site.css\">")
                .line("<script src=\"" + root + "site.js\" defer></script>")
                .line("</head>")
                .line("<body>")
                .line("<a class=\"jump\" href=\"#main\">To the content</a>")
                .line("<header class=\"bar\"><a class=\"brand\" href=\"" + root + "index.html\">" + MARK
                        + "<span>netjig</span></a><nav aria-label=\"Sections\">" + links + "</nav>"
                        + "<button class=\"theme\" type=\"button\" hidden aria-label=\"Change between light and dark\">"
                        + "<span aria-hidden=\"true\">◐</span></button></header>")
                .line("<main id=\"main\">")
                .line(main.toString())
                .line("</main>")
                .line("</body>")
                .line("</html>")
                .toString();
    }

    static String address(TestRun run) {
        return "tests/" + Slug.of(run.uniqueId()) + ".html";
    }

    static String pill(Outcome outcome) {
        return Html.of("span", "pill " + outcome.word(), outcome.words());
    }

    static String time(long millis) {
        return "<span class=\"time\">" + Texts.of(Duration.ofMillis(millis)) + "</span>";
    }
}
