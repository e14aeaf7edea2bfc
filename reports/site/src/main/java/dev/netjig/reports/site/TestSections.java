package dev.netjig.reports.site;

import dev.netjig.reports.Reason;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sections about the tests of all modules: those that failed, were slow, were skipped. */
final class TestSections {

    private static final int SLOWEST = 15;

    private final SiteData data;
    private final Set<String> told;

    TestSections(SiteData data) {
        this.data = data;
        this.told = data.told().stream().map(TestRun::uniqueId).collect(Collectors.toSet());
    }

    void failures(Html out) {
        List<TestRun> failed = data.with(Status.FAILED);
        if (failed.isEmpty()) {
            return;
        }
        out.line("<section id=\"failures\" aria-labelledby=\"failures-title\">");
        out.line("<h2 id=\"failures-title\">Failures</h2>");
        out.line("<div class=\"failures\">");
        failed.forEach(run -> failure(out, run));
        out.line("</div></section>");
    }

    private void failure(Html out, TestRun run) {
        List<Evidence> evidence = data.evidenceOf(run.uniqueId());
        out.line("<article class=\"failure panel\">");
        out.line("<header>" + Page.pill(run.outcome())
                + Html.of("span", "place", run.module() + " · " + run.simpleType()) + "</header>");
        out.line("<h3>" + Html.link(Page.address(run), "", run.test()) + "</h3>");
        out.element("p", "", Reason.sentence(run.message()));
        evidence.stream()
                .filter(Evidence::isImage)
                .findFirst()
                .ifPresent(picture -> out.line("<a class=\"thumb\" href=\""
                        + Html.text(Page.address(run)) + "\"><img loading=\"lazy\" src=\"" + Html.text(picture.path())
                        + "\" alt=\"The network of this test and how far the packet came\"></a>"));
        out.line("<footer>" + EvidenceLinks.of(evidence, "") + Page.time(run.durationMillis()) + "</footer>");
        out.line("</article>");
    }

    void slowest(Html out) {
        List<TestRun> slow = data.runs().stream()
                .sorted(Comparator.comparingLong(TestRun::durationMillis).reversed())
                .limit(SLOWEST)
                .toList();
        long longest = slow.stream().mapToLong(TestRun::durationMillis).max().orElse(1);
        out.line("<section id=\"slowest\" aria-labelledby=\"slowest-title\">");
        out.line("<h2 id=\"slowest-title\">The slowest tests</h2>");
        out.line("<ol class=\"slow panel\">");
        for (TestRun run : slow) {
            out.line("<li style=\"--share:" + (run.durationMillis() * 100 / Math.max(1, longest)) + "%\">"
                    + "<span class=\"name\">" + name(run) + " " + Html.of("span", "place", run.simpleType()) + "</span>"
                    + Page.time(run.durationMillis()) + "</li>");
        }
        out.line("</ol></section>");
    }

    void skipped(Html out) {
        out.line("<section id=\"skipped\" aria-labelledby=\"skipped-title\">");
        out.line("<h2 id=\"skipped-title\">Skipped</h2>");
        Map<String, List<TestRun>> byReason = data.with(Status.SKIPPED).stream()
                .collect(Collectors.groupingBy(
                        run -> Reason.sentence(run.message()), LinkedHashMap::new, Collectors.toList()));
        if (byReason.isEmpty()) {
            out.line("<p class=\"quiet\">Nothing was skipped: this machine could run every test.</p>");
        }
        byReason.forEach((reason, runs) -> {
            out.line("<article class=\"skip panel\"><header>"
                    + Page.pill(runs.get(0).outcome()) + "</header>");
            out.element("p", "", reason);
            out.line("<ul>");
            runs.forEach(
                    run -> out.line("<li>" + name(run) + " " + Html.of("span", "place", run.simpleType()) + "</li>"));
            out.line("</ul></article>");
        });
        out.line("</section>");
    }

    private String name(TestRun run) {
        return told.contains(run.uniqueId()) ? Html.link(Page.address(run), "", run.test()) : Html.text(run.test());
    }
}
