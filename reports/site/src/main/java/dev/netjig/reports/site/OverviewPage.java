package dev.netjig.reports.site;

import dev.netjig.reports.Outcome;
import dev.netjig.reports.Scenario;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.Texts;
import dev.netjig.reports.Totals;
import java.time.Duration;
import java.util.List;

/** The first page: what a person wants to know after a build, the most urgent first. */
final class OverviewPage {

    private final SiteData data;
    private final Html out = new Html();

    private OverviewPage(SiteData data) {
        this.data = data;
    }

    static String render(SiteData data) {
        return new OverviewPage(data).render();
    }

    private String render() {
        hero();
        TestSections tests = new TestSections(data);
        tests.failures(out);
        new ScenarioSection(data).write(out);
        MatrixSection.write(out, data);
        tests.slowest(out);
        tests.skipped(out);
        MachineSections.write(out, data);
        return Page.of("netjig: " + headline(), "", links(), out);
    }

    private String links() {
        StringBuilder links = new StringBuilder();
        if (data.count(Status.FAILED) > 0) {
            links.append(Html.link("#failures", "", "Failures"));
        }
        links.append(Html.link("#scenarios", "", "Scenarios"));
        if (MatrixSection.isWanted(data)) {
            links.append(Html.link("#reachability", "", "Reachability"));
        }
        links.append(Html.link("#slowest", "", "Slowest"));
        links.append(Html.link("#skipped", "", "Skipped"));
        links.append(Html.link("#modules", "", "Modules"));
        data.allure().ifPresent(address -> links.append(Html.link(address, "", "Allure")));
        return links.toString();
    }

    private void hero() {
        long failed = data.count(Status.FAILED);
        out.line("<section class=\"hero " + (failed > 0 ? "bad" : "good") + "\" aria-labelledby=\"headline\">");
        out.line("<h1 id=\"headline\">" + Html.text(headline()) + "</h1>");
        out.element("p", "lead", lead());
        bar(failed);
        cards(failed);
        data.notes().forEach(note -> out.line("<p class=\"note\" role=\"note\">" + Html.text(note) + "</p>"));
        out.line("</section>");
    }

    private String headline() {
        long failed = data.count(Status.FAILED);
        if (failed > 0) {
            return Texts.count(failed, "test") + " failed";
        }
        if (data.runs().isEmpty()) {
            return "No test ran";
        }
        return data.count(Status.SKIPPED) > 0 ? "All tests that ran are as expected" : "Everything is as expected";
    }

    private String lead() {
        Totals totals = data.scenarios().totals();
        List<Scenario> scenarios = data.scenarios().scenarios();
        String text = scenarios.isEmpty()
                ? "No scenario of the documents ran in this build."
                : totals.passed() + " of " + Texts.count(scenarios.size(), "scenario")
                        + " of the documents behave as expected.";
        long unfinished =
                data.jvms().stream().filter(jvm -> jvm.endMillis() == 0).count();
        return unfinished == 0 ? text : text + " The tests did not run to their end: this is what is known of them.";
    }

    /** One line, divided as the tests are. */
    private void bar(long failed) {
        long all = Math.max(1, data.runs().size());
        out.line("<div class=\"share\" role=\"img\" aria-label=\"" + data.count(Status.PASSED) + " passed, " + failed
                + " failed, " + data.count(Status.SKIPPED) + " skipped\">");
        for (Status status : Status.values()) {
            long count = data.count(status);
            if (count > 0) {
                out.line("<span class=\"" + status.word() + "\" style=\"flex-grow:" + Math.max(count, all / 100)
                        + "\"></span>");
            }
        }
        out.line("</div>");
    }

    private void cards(long failed) {
        out.line("<dl class=\"cards\">");
        card("tests", String.valueOf(data.runs().size()), "#modules");
        card("failed", String.valueOf(failed), failed > 0 ? "#failures" : "");
        card("expected failures proven", String.valueOf(count(Outcome.PROVEN)), "#scenarios");
        card("skipped", String.valueOf(data.count(Status.SKIPPED)), "#skipped");
        card("inconclusive", String.valueOf(count(Outcome.INCONCLUSIVE)), "");
        card("of testing", duration(), "#slowest");
        out.line("</dl>");
    }

    private void card(String name, String value, String address) {
        String text = address.isEmpty() ? Html.text(value) : Html.link(address, "", value);
        boolean zero = value.equals("0");
        out.line("<div class=\"card c-" + name.replace(' ', '-') + (zero ? " zero" : "") + "\"><dt>" + Html.text(name)
                + "</dt><dd>" + text + "</dd></div>");
    }

    private long count(Outcome outcome) {
        return data.runs().stream().filter(run -> run.outcome() == outcome).count();
    }

    /** The sum of the modules' times, for modules run one after the other. */
    private String duration() {
        return Texts.of(Duration.ofMillis(data.jvms().stream()
                .mapToLong(jvm -> jvm.endMillis() > 0 ? jvm.endMillis() - jvm.startMillis() : lastEnd(jvm.module()))
                .sum()));
    }

    private long lastEnd(String module) {
        List<TestRun> started = data.runs().stream()
                .filter(run -> run.module().equals(module) && run.startMillis() > 0)
                .toList();
        long end = started.stream()
                .mapToLong(run -> run.startMillis() + run.durationMillis())
                .max()
                .orElse(0);
        long begin = started.stream().mapToLong(TestRun::startMillis).min().orElse(0);
        return end - begin;
    }
}
