package dev.netjig.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a scenario has the verdict that it has, in one line: the proven cause of an expected failure, the message of a
 * failed test, or what kept a test from running.
 *
 * @param status that of the tests which gave it
 * @param times how many gave it
 */
public record Reason(Status status, String text, int times) {

    private static final int SENTENCE_LINES = 3;
    private static final int LONGEST = 500;

    /** {@code  (netjig: @ChainPolicy(chain = FORWARD, target = DROP) on class ForwardDrop)}. */
    private static final Pattern AUTHOR =
            Pattern.compile(" \\(netjig: [^\n]*? on (?:class |interface )?[\\w.#]+(?:\\(\\))?\\)");

    /** Those of {@code tests}, equal ones once; failures first, then skips, then proven causes. */
    static List<Reason> of(List<TestResult> tests) {
        return of(tests, text -> text);
    }

    /** As {@link #of}, without the declarations that asked for a rule: so there are fewer of them, and shorter ones. */
    static List<Reason> inShort(List<TestResult> tests) {
        return of(tests, text -> AUTHOR.matcher(text).replaceAll(""));
    }

    private static List<Reason> of(List<TestResult> tests, UnaryOperator<String> edit) {
        Map<Reason, Integer> counts = new LinkedHashMap<>();
        for (Status status : List.of(Status.FAILED, Status.SKIPPED, Status.PASSED)) {
            tests.stream()
                    .filter(test -> test.status() == status)
                    .flatMap(test -> texts(test).stream())
                    .map(edit)
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
        return List.of(sentence(test.message()));
    }

    /**
     * What a message says in short: its first sentence, which assertions break into lines (Expecting X / to reach Y / but
     * Z), and the cause that the diagnosis found, if there is one.
     */
    public static String sentence(String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "no message";
        }
        String first = lines.stream().limit(SENTENCE_LINES).collect(Collectors.joining(" "));
        String cause = lines.stream()
                .skip(SENTENCE_LINES)
                .filter(line -> line.startsWith("cause ("))
                .findFirst()
                .map(line -> "; " + line)
                .orElse("");
        return cut(first) + cut(cause);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + "…";
    }
}
