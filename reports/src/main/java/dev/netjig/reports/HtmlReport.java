package dev.netjig.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The overview as one page that needs nothing but itself: no script, no file beside it, no network. */
final class HtmlReport {

    private final StringBuilder out = new StringBuilder();

    private HtmlReport() {}

    static String render(Overview overview) {
        HtmlReport page = new HtmlReport();
        page.page(overview);
        return page.out.toString();
    }

    private void page(Overview overview) {
        Totals totals = overview.totals();
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<title>netjig: " + escape(totals.counts()) + "</title>");
        line("<style>");
        out.append(style());
        line("</style>");
        line("</head>");
        line("<body>");
        line("<main>");
        line("<h1>netjig: the documents' scenarios</h1>");
        line("<p class=\"totals\">" + escape(totals.counts()) + ". " + Texts.count(totals.tests(), "test") + " in "
                + Texts.of(totals.duration()) + ".</p>");
        overview.chapters().forEach(this::chapter);
        line("</main>");
        line("</body>");
        line("</html>");
    }

    private void chapter(Chapter chapter) {
        Totals totals = Totals.of(chapter.scenarios());
        line("<div class=\"wide\">");
        line("<table>");
        line("<caption>" + escape(chapter.heading()) + " <span class=\"totals\">" + escape(totals.counts())
                + "</span></caption>");
        line(
                "<thead><tr><th scope=\"col\">Id</th><th scope=\"col\">Verdict</th><th scope=\"col\">Scenario and reasons</th>"
                        + "<th scope=\"col\">Tests</th><th scope=\"col\">Time</th></tr></thead>");
        line("<tbody>");
        chapter.scenarios().forEach(this::scenario);
        line("</tbody>");
        line("</table>");
        line("</div>");
    }

    private void scenario(Scenario scenario) {
        line("<tr id=\"" + escape(scenario.id()) + "\">");
        line("<th scope=\"row\"><a href=\"#" + escape(scenario.id()) + "\">" + escape(scenario.id()) + "</a></th>");
        line("<td>" + badge(scenario.verdict()) + "</td>");
        line("<td>");
        line("<p>" + escape(scenario.title()) + "</p>");
        reasons(scenario.reasons());
        tests(scenario.tests());
        line("</td>");
        line("<td>" + escape(Texts.tests(scenario)) + "</td>");
        line("<td class=\"time\">" + Texts.of(scenario.duration()) + "</td>");
        line("</tr>");
    }

    private void reasons(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        line("<ul>");
        for (Reason reason : reasons) {
            line("<li><span class=\"" + reason.status().word() + "\">" + TextTable.label(reason.status()) + "</span> "
                    + escape(reason.text())
                    + (reason.times() > 1 ? " <span class=\"times\">(" + reason.times() + " tests)</span>" : "")
                    + "</li>");
        }
        line("</ul>");
    }

    private void tests(List<TestResult> tests) {
        boolean failed = tests.stream().anyMatch(test -> test.status() == Status.FAILED);
        line("<details" + (failed ? " open" : "") + "><summary>each test</summary>");
        line("<ol>");
        for (TestResult test : tests) {
            line("<li>" + badge(test.status()) + " " + escape(test.test()) + " <span class=\"times\">"
                    + Texts.of(Duration.ofMillis(test.durationMillis())) + "</span>");
            test.causes().forEach(cause -> line("<p class=\"cause\">" + escape(cause) + "</p>"));
            if (!test.message().isBlank()) {
                line("<pre>" + escape(test.message().strip()) + "</pre>");
            }
            line("</li>");
        }
        line("</ol>");
        line("</details>");
    }

    private static String badge(Status status) {
        return "<span class=\"badge " + status.word() + "\">" + status.word() + "</span>";
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
