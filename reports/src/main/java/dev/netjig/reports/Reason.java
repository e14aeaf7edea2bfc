package dev.netjig.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a scenario has the verdict that it has, in one line: the proven cause of an expected failure, the message of a
 * failed test, or what kept a test from running.
 *
 * @param status that of the tests which gave it
 * @param times how many gave it
 */
record Reason(Status status, String text, int times) {

    /** Those of {@code tests}, equal ones once; failures first, then skips, then proven causes. */
    static List<Reason> of(List<TestResult> tests) {
        Map<Reason, Integer> counts = new LinkedHashMap<>();
        for (Status status : List.of(Status.FAILED, Status.SKIPPED, Status.PASSED)) {
            tests.stream()
                    .filter(test -> test.status() == status)
                    .flatMap(test -> texts(test).stream())
                    .forEach(text -> counts.merge(new Reason(status, text, 1), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> new Reason(entry.getKey().status(), entry.getKey().text(), entry.getValue()))
                .toList();
    }

    private static List<String> texts(TestResult test) {
        if (test.status() == Status.PASSED) {
            return test.causes();
        }
        return List.of(firstLine(test.message()));
    }

    /** AssertJ and others begin a message with an empty line. */
    static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no message");
    }
}
