package dev.netjig.reports.site;

import dev.netjig.reports.Outcome;
import java.util.List;
import java.util.Map;

/** What Allure sorts tests by: netjig's outcomes, recognised by what a test says. */
final class AllureCategories {

    /** What the message of a proven expected failure begins with. */
    static final String PROVEN = "Expected failure proven: ";

    private AllureCategories() {}

    static List<Map<String, Object>> all() {
        return List.of(
                category(Outcome.REFUTED, List.of("failed", "broken"), "messageRegex", "(?s).*\\nnot to reach .*"),
                category(
                        Outcome.INCONCLUSIVE,
                        List.of("skipped", "failed", "broken"),
                        "traceRegex",
                        "(?s).*InconclusiveException.*"),
                category(
                        Outcome.HOST_DAMAGED,
                        List.of("failed", "broken"),
                        "traceRegex",
                        "(?s).*(UndoFailedException|UnsettledException).*"),
                category(
                        Outcome.ENVIRONMENT,
                        List.of("skipped", "failed", "broken"),
                        "messageRegex",
                        "(?s)This machine cannot run the test.*"),
                category(Outcome.PROVEN, List.of("passed"), "messageRegex", "(?s)" + PROVEN + ".*"));
    }

    private static Map<String, Object> category(Outcome outcome, List<String> statuses, String by, String regex) {
        String words = outcome.words();
        return Map.of(
                "name",
                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                "matchedStatuses",
                statuses,
                by,
                regex);
    }
}
