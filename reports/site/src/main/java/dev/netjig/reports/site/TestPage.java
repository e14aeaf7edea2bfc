package dev.netjig.reports.site;

import dev.netjig.reports.Status;
import dev.netjig.reports.TestResult;
import dev.netjig.reports.TestRun;
import java.util.List;
import java.util.Optional;

/** A test with all that it has left: explanation, picture, journey, capture, script, state. */
final class TestPage {

    private final TestRun run;
    private final Optional<TestResult> scenario;
    private final List<Evidence> evidence;
    private final Html out = new Html();

    private TestPage(TestRun run, Optional<TestResult> scenario, List<Evidence> evidence) {
        this.run = run;
        this.scenario = scenario;
        this.evidence = evidence;
    }

    static String render(TestRun run, Optional<TestResult> scenario, List<Evidence> evidence) {
        return new TestPage(run, scenario, evidence).render();
    }

    private String render() {
        head();
        message();
        pictures();
        texts(Evidence.Kind.MATRIX, true);
        texts(
                Evidence.Kind.JOURNEY,
                run.status() != Status.PASSED || !run.causes().isEmpty());
        files();
        texts(Evidence.Kind.SCRIPT, false);
        texts(Evidence.Kind.STATE, false);
        texts(Evidence.Kind.COMMANDS, false);
        texts(Evidence.Kind.OTHER, false);
        if (!run.trace().isEmpty()) {
            text("Stack trace", run.trace(), false);
        }
        return Page.of(run.test() + " · netjig", "../", Html.link("../index.html", "", "Overview"), out);
    }

    private void head() {
        out.line("<section class=\"head " + run.status().word() + "\">");
        out.line("<p class=\"crumbs\">" + Html.link("../index.html", "", "Overview") + " "
                + scenario.map(one -> "<span aria-hidden=\"true\">›</span> "
                                + Html.link("../index.html#" + one.scenario(), "", one.scenario()) + " ")
                        .orElse("")
                + "</p>");
        out.element("h1", "", run.test());
        scenario.ifPresent(one -> out.element("p", "lead", one.title()));
        out.line("<p class=\"facts-line\">" + Page.pill(run.outcome()) + Page.time(run.durationMillis())
                + Html.of("span", "place", run.module() + " · " + run.type()) + "</p>");
        out.line("</section>");
    }

    private void message() {
        if (!run.message().isBlank()) {
            out.line("<section><h2>" + (run.status() == Status.FAILED ? "What went wrong" : "Why it was skipped")
                    + "</h2>");
            out.element(
                    "pre", "explanation " + run.status().word(), run.message().strip());
            out.line("</section>");
        }
        if (!run.causes().isEmpty()) {
            out.line("<section><h2>Proven</h2><ul class=\"reasons\">");
            run.causes()
                    .forEach(cause -> out.line(
                            "<li class=\"proven\"><span class=\"label\">proven</span> " + Html.text(cause) + "</li>"));
            out.line("</ul></section>");
        }
    }

    private void pictures() {
        List<Evidence> pictures = evidence.stream().filter(Evidence::isImage).toList();
        if (pictures.isEmpty()) {
            return;
        }
        out.line("<section><h2>The network</h2>");
        for (Evidence picture : pictures) {
            String address = Html.text("../" + picture.path());
            out.line("<figure class=\"picture panel\"><a href=\"" + address + "\"><img src=\"" + address
                    + "\" alt=\"The network of this test and how far the packet came\"></a><figcaption>"
                    + Html.text(picture.name()) + "</figcaption></figure>");
        }
        out.line("</section>");
    }

    private void files() {
        if (evidence.isEmpty()) {
            return;
        }
        out.line("<section><h2>Files</h2><ul class=\"files panel\">");
        for (Evidence one : evidence) {
            out.line("<li><a href=\"" + Html.text("../" + one.path()) + "\" download>" + Html.text(one.name()) + "</a>"
                    + Html.of("span", "hint", one.kind().hint()) + Html.of("span", "size", Html.size(one.size()))
                    + "</li>");
        }
        out.line("</ul></section>");
    }

    private void texts(Evidence.Kind kind, boolean open) {
        evidence.stream()
                .filter(one -> one.kind() == kind && !one.text().isEmpty())
                .forEach(one -> {
                    if (kind == Evidence.Kind.MATRIX) {
                        out.line("<section><h2>Who reaches whom</h2><figure class=\"panel\">");
                        MatrixSection.table(out, one);
                        out.line("</figure></section>");
                    } else {
                        text(one.name(), one.text(), open);
                    }
                });
    }

    private void text(String title, String text, boolean open) {
        out.line("<details class=\"panel text\"" + (open ? " open" : "") + "><summary><h2>" + Html.text(title)
                + "</h2></summary><div class=\"copies\">");
        out.line("<pre tabindex=\"0\">" + Html.text(text.strip()) + "</pre>");
        out.line("</div></details>");
    }
}
