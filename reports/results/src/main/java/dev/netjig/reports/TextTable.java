package dev.netjig.reports;

import java.util.List;
import java.util.function.ToIntFunction;

/** The overview for a terminal: a line for each scenario, and below it why its verdict is what it is. */
final class TextTable {

    private static final int WIDTH = 110;
    private static final int NARROWEST_TITLE = 30;
    private static final int VERDICT_WIDTH = Status.SKIPPED.word().length();

    /** A long list of reasons is for the page, except that no failure is kept back lightly. */
    private static final int MOST_REASONS = 3;

    private static final int MOST_FAILURES = 20;

    /** A space at which no line is broken. */
    private static final String NO_BREAK = "\u00a0";

    private final StringBuilder out = new StringBuilder();
    private final Overview overview;
    private final Paint paint;
    private final int idWidth;
    private final int titleWidth;
    private final int testsWidth;
    private final int timeWidth;

    private TextTable(Overview overview, Paint paint) {
        this.overview = overview;
        this.paint = paint;
        this.idWidth = widest(scenario -> scenario.id().length());
        this.testsWidth = widest(scenario -> Texts.tests(scenario).length());
        this.timeWidth = widest(scenario -> Texts.of(scenario.duration()).length());
        int rest = WIDTH - 2 - idWidth - 2 - VERDICT_WIDTH - 2 - 2 - testsWidth - 2 - timeWidth;
        this.titleWidth = Math.max(NARROWEST_TITLE, rest);
    }

    static String render(Overview overview, Paint paint) {
        return new TextTable(overview, paint).render();
    }

    private String render() {
        overview.chapters().forEach(this::chapter);
        Totals totals = overview.totals();
        line("");
        line("Scenarios: " + totals.counts());
        line(Texts.count(totals.tests(), "test") + " in " + Texts.of(totals.duration()));
        return out.toString();
    }

    private void chapter(Chapter chapter) {
        line("");
        line(paint.bold(chapter.heading()));
        chapter.scenarios().forEach(this::scenario);
        Totals totals = Totals.of(chapter.scenarios());
        line(paint.faint("  " + totals.counts() + "; " + Texts.count(totals.tests(), "test")));
    }

    private void scenario(Scenario scenario) {
        List<String> title = Texts.wrap(scenario.title(), titleWidth);
        String verdict = scenario.verdict() == Status.FAILED
                ? "FAILED"
                : scenario.verdict().word();
        line("  " + paint.bold(pad(scenario.id(), idWidth))
                + "  " + paint.verdict(scenario.verdict(), pad(verdict, VERDICT_WIDTH))
                + "  " + pad(title.get(0), titleWidth)
                + "  " + pad(Texts.tests(scenario), testsWidth)
                + "  " + " ".repeat(timeWidth - Texts.of(scenario.duration()).length())
                + Texts.of(scenario.duration()));
        title.stream().skip(1).forEach(more -> line(indent() + more));
        reasons(scenario.reasonsInShort());
    }

    private void reasons(List<Reason> reasons) {
        int shown = 0;
        for (Reason reason : reasons) {
            if (shown >= (reason.status() == Status.FAILED ? MOST_FAILURES : MOST_REASONS)) {
                line(indent() + paint.faint("… and " + (reasons.size() - shown) + " more in the report"));
                return;
            }
            reason(reason);
            shown++;
        }
    }

    private void reason(Reason reason) {
        String label = label(reason.status()) + " ";
        String text = reason.text() + (reason.times() > 1 ? " (" + reason.times() + NO_BREAK + "tests)" : "");
        String before = label;
        for (String part : Texts.wrap(text, WIDTH - indent().length() - label.length())) {
            line(indent() + paint.verdict(reason.status(), before) + part);
            before = " ".repeat(label.length());
        }
    }

    /** What a reason is: a cause that was proven, or a message. */
    static String label(Status status) {
        return status == Status.PASSED ? "proven:" : status.word() + ":";
    }

    private String indent() {
        return " ".repeat(2 + idWidth + 2 + VERDICT_WIDTH + 2);
    }

    private int widest(ToIntFunction<Scenario> width) {
        return overview.scenarios().stream().mapToInt(width).max().orElse(0);
    }

    private void line(String text) {
        out.append(text.replace(NO_BREAK, " ").stripTrailing()).append('\n');
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
