package dev.netjig.reports;

import java.util.List;

/**
 * The scenarios of one document.
 *
 * @param id {@code B}
 * @param title empty if the suites give none
 */
public record Chapter(String id, String title, List<Scenario> scenarios) {

    public Chapter {
        scenarios = List.copyOf(scenarios);
    }

    /** {@code Chapter B: two namespaces on a bridge}. */
    public String heading() {
        return "Chapter " + id + (title.isEmpty() ? "" : ": " + title);
    }
}
