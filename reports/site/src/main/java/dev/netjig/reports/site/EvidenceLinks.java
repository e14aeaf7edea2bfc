package dev.netjig.reports.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small links to what a test has left: one for each kind, and for several pictures one each. */
final class EvidenceLinks {

    private EvidenceLinks() {}

    /** @param root the way to the site's folder: empty or {@code ../} */
    static String of(List<Evidence> evidence, String root) {
        List<Evidence> shown = evidence.stream()
                .filter(one -> one.kind() != Evidence.Kind.OTHER)
                .filter(one -> !one.name().toLowerCase(Locale.ROOT).endsWith(".json"))
                .filter(one -> one.kind() != Evidence.Kind.PICTURE || one.isImage())
                .toList();
        if (shown.isEmpty()) {
            return "";
        }
        return shown.stream()
                .map(one -> "<a class=\"e-" + one.kind().name().toLowerCase(Locale.ROOT) + "\" href=\""
                        + Html.text(root + one.path()) + "\"" + (one.kind() == Evidence.Kind.CAPTURE ? " download" : "")
                        + ">" + one.kind().word() + "</a>")
                .collect(Collectors.joining("", "<span class=\"evidence\">", "</span>"));
    }
}
