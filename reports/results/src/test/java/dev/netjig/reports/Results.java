package dev.netjig.reports;

import java.util.List;

/** Results to make reports of. */
final class Results {

    private Results() {}

    static TestResult passed(String scenario, String title, String test, String... causes) {
        return result(scenario, title, test, Status.PASSED, List.of(causes), "");
    }

    static TestResult failed(String scenario, String title, String test, String message) {
        return result(scenario, title, test, Status.FAILED, List.of(), message);
    }

    static TestResult skipped(String scenario, String title, String test, String message) {
        return result(scenario, title, test, Status.SKIPPED, List.of(), message);
    }

    private static TestResult result(
            String scenario, String title, String test, Status status, List<String> causes, String message) {
        return new TestResult(
                scenario, title, chapter(scenario), test, "[" + test + "]", status, 1_000, 250, causes, message);
    }

    private static String chapter(String scenario) {
        return scenario.startsWith("A") ? "one namespace" : "two namespaces on a bridge";
    }
}
