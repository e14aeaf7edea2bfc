package dev.netjig.reports;

import java.util.Locale;

/** How a test ended, as people ask for it: more than {@link Status} tells. */
public enum Outcome {
    PASSED("passed"),
    /** It passed, and a packet that was not to arrive died of the reason that it names. */
    PROVEN("expected failure proven"),
    FAILED("failed"),
    /** It failed, for a packet that was not to arrive did, or died of another reason. */
    REFUTED("expected failure refuted"),
    /** The evidence did not decide. */
    INCONCLUSIVE("inconclusive"),
    /** What it had changed could not be undone. */
    HOST_DAMAGED("host damaged"),
    /** This machine cannot run it. */
    ENVIRONMENT("environment"),
    SKIPPED("skipped");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** {@code expected failure proven}. */
    public String words() {
        return words;
    }

    /** {@code host-damaged}, for a style sheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a test's end means.
     *
     * @param proven whether it proved the cause of an expected failure
     * @param failures the names of the classes of what it threw and of its causes
     * @param message of what it threw
     */
    public static Outcome of(Status status, boolean proven, Iterable<String> failures, String message) {
        if (status == Status.PASSED) {
            return proven ? PROVEN : PASSED;
        }
        for (String failure : failures) {
            switch (failure.substring(failure.lastIndexOf('.') + 1)) {
                case "InconclusiveException" -> {
                    return INCONCLUSIVE;
                }
                case "UndoFailedException", "UnsettledException" -> {
                    return HOST_DAMAGED;
                }
                case "UnmetPrerequisiteException" -> {
                    return ENVIRONMENT;
                }
                default -> {}
            }
        }
        if (message.startsWith("This machine cannot run the test")) {
            return ENVIRONMENT;
        }
        if (status == Status.SKIPPED) {
            return SKIPPED;
        }
        return message.contains("\nnot to reach ") ? REFUTED : FAILED;
    }
}
