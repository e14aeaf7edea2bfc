package dev.netjig.reports.site;

import dev.netjig.reports.TestRun;
import java.util.List;
import java.util.Optional;

/** The tables of who reaches whom that tests have asked for. */
final class MatrixSection {

    private MatrixSection() {}

    static boolean isWanted(SiteData data) {
        return data.runs().stream().anyMatch(run -> !matrices(data, run).isEmpty());
    }

    static void write(Html out, SiteData data) {
        if (!isWanted(data)) {
            return;
        }
        out.line("<section id=\"reachability\" aria-labelledby=\"reachability-title\">");
        out.line("<h2 id=\"reachability-title\">Who reaches whom</h2>");
        out.line("<p class=\"quiet\">Rows send, columns receive.</p>");
        out.line("<div class=\"matrices\">");
        for (TestRun run : data.runs()) {
            for (Evidence matrix : matrices(data, run)) {
                out.line("<figure class=\"panel\"><figcaption>" + Html.link(Page.address(run), "", run.test()) + " "
                        + Html.of("span", "place", run.simpleType()) + "</figcaption>");
                table(out, matrix);
                out.line("</figure>");
            }
        }
        out.line("</div></section>");
    }

    static void table(Html out, Evidence evidence) {
        Optional<Matrix> parsed = Matrix.parse(evidence.text());
        if (parsed.isEmpty()) {
            out.element("pre", "", evidence.text());
            return;
        }
        Matrix matrix = parsed.get();
        out.line("<div class=\"scrolls\"><table class=\"matrix\"><thead><tr><td></td>");
        matrix.columns().forEach(column -> out.line("<th scope=\"col\">" + Html.text(column) + "</th>"));
        out.line("</tr></thead><tbody>");
        for (Matrix.Row row : matrix.rows()) {
            out.line("<tr><th scope=\"row\">" + Html.text(row.sender()) + "</th>");
            row.cells().forEach(cell -> out.line("<td class=\"" + kind(cell) + "\">" + Html.text(cell) + "</td>"));
            out.line("</tr>");
        }
        out.line("</tbody></table></div>");
        if (!matrix.notes().isEmpty()) {
            out.line("<ul class=\"notes\">");
            matrix.notes().forEach(note -> out.element("li", "", note));
            out.line("</ul>");
        }
    }

    private static String kind(String cell) {
        if (cell.equals("yes")) {
            return "yes";
        }
        return cell.startsWith("no") ? "no" : "other";
    }

    private static List<Evidence> matrices(SiteData data, TestRun run) {
        return data.evidenceOf(run.uniqueId()).stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.MATRIX
                        && !evidence.text().isEmpty())
                .toList();
    }
}
