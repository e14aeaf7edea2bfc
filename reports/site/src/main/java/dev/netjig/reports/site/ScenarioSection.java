package dev.netjig.reports.site;

import dev.netjig.reports.Chapter;
import dev.netjig.reports.Outcome;
import dev.netjig.reports.Reason;
import dev.netjig.reports.Scenario;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestResult;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.Texts;
import dev.netjig.reports.Totals;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents' scenarios by chapter: verdict, cause, and what each test has left. */
final class ScenarioSection {

    private static final int MOST_REASONS = 3;

    private final SiteData data;
    private final Map<String, TestRun> runs;

    ScenarioSection(SiteData data) {
        this.data = data;
        this.runs = data.runOf();
    }

    void write(Html out) {
        out.line("<section id=\"scenarios\" aria-labelledby=\"scenarios-title\">");
        out.line("<h2 id=\"scenarios-title\">The documents’ scenarios</h2>");
        filter(out);
        data.scenarios().chapters().forEach(chapter -> chapter(out, chapter));
        out.line("<p class=\"none\" hidden>No scenario matches.</p>");
        out.line("</section>");
    }

    private static void filter(Html out) {
        out.line("<form class=\"filter\" role=\"search\" hidden>");
        out.line(
                "<input type=\"search\" placeholder=\"Find a scenario or a cause\" aria-label=\"Find a scenario or a cause\">");
        out.line("<fieldset><legend>Show</legend>");
        String[][] choices = {
            {"", "all"},
            {"failed", "failed"},
            {"skipped", "skipped"},
            {"inconclusive", "inconclusive"},
            {"proven", "expected failures"}
        };
        for (String[] choice : choices) {
            out.line("<label><input type=\"radio\" name=\"verdict\" value=\"" + choice[0] + "\""
                    + (choice[0].isEmpty() ? " checked" : "") + "><span>" + choice[1] + "</span></label>");
        }
        out.line("</fieldset></form>");
    }

    private void chapter(Html out, Chapter chapter) {
        Totals totals = Totals.of(chapter.scenarios());
        out.line("<section class=\"chapter panel\" aria-labelledby=\"chapter-" + chapter.id() + "\">");
        out.line("<header><span class=\"letter\" aria-hidden=\"true\">" + Html.text(chapter.id()) + "</span>"
                + "<h3 id=\"chapter-" + Html.text(chapter.id()) + "\"><span class=\"unseen\">Chapter "
                + Html.text(chapter.id())
                + ": </span>" + Html.text(chapter.title()) + "</h3>"
                + Html.of("span", "counts", totals.counts() + " · " + Texts.count(totals.tests(), "test"))
                + "</header>");
        chapter.scenarios().forEach(scenario -> scenario(out, scenario));
        out.line("</section>");
    }

    private void scenario(Html out, Scenario scenario) {
        String id = Html.text(scenario.id());
        out.line("<article class=\"scenario " + verdict(scenario) + "\" id=\"" + id + "\" data-kinds=\""
                + kinds(scenario) + "\">");
        out.line("<a class=\"id\" href=\"#" + id + "\">" + id + "</a>");
        out.line("<div class=\"what\"><h4>" + Html.text(scenario.title()) + "</h4>");
        reasons(out, scenario);
        tests(out, scenario);
        out.line("</div>");
        out.line(
                "<div class=\"verdict\"><span class=\"pill " + verdict(scenario) + "\">" + words(scenario) + "</span>");
        out.line(Page.time(scenario.duration().toMillis()) + "</div>");
        out.line("</article>");
    }

    private static void reasons(Html out, Scenario scenario) {
        List<Reason> reasons = scenario.reasonsInShort();
        if (reasons.isEmpty()) {
            return;
        }
        out.line("<ul class=\"reasons\">");
        reasons.stream()
                .limit(reasons.get(0).status() == Status.FAILED ? Integer.MAX_VALUE : MOST_REASONS)
                .forEach(reason -> out.line("<li class=\"" + kind(reason.status()) + "\"><span class=\"label\">"
                        + (reason.status() == Status.PASSED
                                ? "proven"
                                : reason.status().word()) + "</span> "
                        + Html.text(reason.text())
                        + (reason.times() > 1 ? " " + Html.of("span", "times", reason.times() + " tests") : "")
                        + "</li>"));
        if (reasons.get(0).status() != Status.FAILED && reasons.size() > MOST_REASONS) {
            out.line("<li class=\"more\">and " + (reasons.size() - MOST_REASONS) + " more causes</li>");
        }
        out.line("</ul>");
    }

    private void tests(Html out, Scenario scenario) {
        out.line("<details" + (scenario.verdict() == Status.FAILED ? " open" : "") + "><summary>"
                + Texts.tests(scenario) + evidence(scenario) + "</summary>");
        out.line("<ol class=\"tests\">");
        scenario.tests().forEach(test -> test(out, test));
        out.line("</ol></details>");
    }

    private String evidence(Scenario scenario) {
        boolean some = scenario.tests().stream()
                .anyMatch(test -> !data.evidenceOf(test.uniqueId()).isEmpty());
        return some ? " with evidence" : "";
    }

    private void test(Html out, TestResult test) {
        Optional<TestRun> run = Optional.ofNullable(runs.get(test.uniqueId()));
        Outcome outcome = outcome(test);
        out.line("<li><span class=\"dot " + outcome.word() + "\" aria-hidden=\"true\"></span><span class=\"name\">"
                + run.map(one -> Html.link(Page.address(one), "", test.test())).orElse(Html.text(test.test()))
                + "<span class=\"unseen\"> " + outcome.words() + "</span></span>"
                + EvidenceLinks.of(data.evidenceOf(test.uniqueId()), "") + Page.time(test.durationMillis()) + "</li>");
    }

    private Outcome outcome(TestResult test) {
        return Optional.ofNullable(runs.get(test.uniqueId()))
                .map(TestRun::outcome)
                .orElseGet(() -> Outcome.of(test.status(), !test.causes().isEmpty(), List.of(), test.message()));
    }

    private String verdict(Scenario scenario) {
        if (scenario.verdict() == Status.SKIPPED && has(scenario, Outcome.INCONCLUSIVE)) {
            return Outcome.INCONCLUSIVE.word();
        }
        return scenario.verdict().word();
    }

    private String words(Scenario scenario) {
        String verdict = verdict(scenario);
        return verdict.equals("passed") ? "as expected" : verdict;
    }

    private static String kind(Status status) {
        return status == Status.PASSED ? "proven" : status.word();
    }

    /** What the filter finds it by. */
    private String kinds(Scenario scenario) {
        return verdict(scenario)
                + (scenario.count(Status.SKIPPED) > 0 ? " skipped" : "")
                + (has(scenario, Outcome.INCONCLUSIVE) ? " inconclusive" : "")
                + (has(scenario, Outcome.PROVEN) ? " proven" : "");
    }

    private boolean has(Scenario scenario, Outcome outcome) {
        return scenario.tests().stream().anyMatch(test -> outcome(test) == outcome);
    }
}
