package dev.netjig.reports.site;

import dev.netjig.reports.Outcome;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.run.RunJvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sections about the build: the modules with their counts, and the machine. */
final class MachineSections {

    private MachineSections() {}

    static void write(Html out, SiteData data) {
        modules(out, data);
        machine(out, data);
    }

    private static void modules(Html out, SiteData data) {
        Map<String, List<TestRun>> modules = data.runs().stream()
                .collect(Collectors.groupingBy(TestRun::module, LinkedHashMap::new, Collectors.toList()));
        out.line("<section id=\"modules\" aria-labelledby=\"modules-title\">");
        out.line("<h2 id=\"modules-title\">Modules</h2>");
        out.line(
                "<div class=\"panel scrolls\" tabindex=\"0\" role=\"region\" aria-labelledby=\"modules-title\"><table>");
        out.line(
                "<thead><tr><th scope=\"col\">Module</th><th scope=\"col\">Tests</th><th scope=\"col\">Failed</th>"
                        + "<th scope=\"col\">Skipped</th><th scope=\"col\">Proven</th><th scope=\"col\">Time</th></tr></thead><tbody>");
        modules.forEach((module, runs) -> {
            Optional<RunJvm> jvm = data.jvms().stream()
                    .filter(one -> one.module().equals(module) && one.endMillis() > 0)
                    .findFirst();
            out.line("<tr><th scope=\"row\">" + Html.text(module) + "</th><td>" + runs.size() + "</td>"
                    + count(runs, Status.FAILED) + count(runs, Status.SKIPPED) + "<td>"
                    + runs.stream()
                            .filter(run -> run.outcome() == Outcome.PROVEN)
                            .count() + "</td><td>"
                    + jvm.map(one -> Page.time(one.endMillis() - one.startMillis()))
                            .orElse("not finished") + "</td></tr>");
        });
        out.line("</tbody></table></div></section>");
    }

    private static String count(List<TestRun> runs, Status status) {
        long count = runs.stream().filter(run -> run.status() == status).count();
        return "<td" + (count > 0 ? " class=\"" + status.word() + "\"" : "") + ">" + count + "</td>";
    }

    private static void machine(Html out, SiteData data) {
        out.line("<section id=\"environment\" aria-labelledby=\"environment-title\">");
        out.line("<h2 id=\"environment-title\">Environment</h2>");
        out.line("<dl class=\"facts panel\">");
        data.machine()
                .forEach((name, value) ->
                        out.line("<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(value) + "</dd></div>"));
        out.line("</dl></section>");
    }
}
