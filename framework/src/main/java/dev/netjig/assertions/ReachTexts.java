package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.ProbeResult;
import java.time.Duration;

/**
 * The texts of failed assertions on reachability: a sentence in three lines (Expecting X, to do Y, but Z), then what was
 * seen.
 */
final class ReachTexts {

    static final String BY_HAND = "\nTo build this network by hand: testbed.topology().toShellScript()";

    private ReachTexts() {}

    static String shouldReach(ProbeResult first, Observation second) {
        return "Expecting netns " + first.netns() + "\nto reach " + first.to() + "\nbut: " + first.summary()
                + "\nA second probe, watched, "
                + second.explanation()
                        .map(explanation -> "was not answered either:\n" + explanation.text())
                        .orElseGet(() -> "was answered:\n" + second.text())
                + BY_HAND;
    }

    static String shouldReachWatched(Observation observation) {
        ProbeResult result = observation.result();
        return "Expecting netns " + result.netns() + "\nto reach " + result.to() + "\nbut it did not:\n"
                + observation.text() + BY_HAND;
    }

    static String shouldReachEventually(Endpoint to, Duration limit, Observation last) {
        String expected = "Expecting netns " + last.result().netns() + "\nto reach " + to + " within "
                + limit.toMillis() + " ms\nbut ";
        return expected
                + last.explanation()
                        .map(explanation -> "it did not; the last probe, watched:\n" + explanation.text())
                        .orElseGet(() -> "it did only after that:\n" + last.text())
                + BY_HAND;
    }

    static String shouldNotReach(Reason reason, Observation observation) {
        return expectedNot(observation.result(), reason) + "\nbut it did:\n" + observation.text() + BY_HAND;
    }

    static String otherReason(Reason reason, Explanation explanation) {
        return expectedNot(explanation.attempt(), reason) + "\nbut it did not for another reason:\n"
                + explanation.text() + BY_HAND;
    }

    static String inconclusive(Reason reason, Explanation explanation) {
        return expectedNot(explanation.attempt(), reason) + "\nand it did not, but the evidence does not say why:\n"
                + explanation.text() + BY_HAND;
    }

    static String reasonMissing(String netns, Endpoint to, String caller) {
        return "cannotReach(" + to + ") on netns " + netns + " asserts nothing without a reason: add .because(…), at "
                + caller;
    }

    private static String expectedNot(ProbeResult attempt, Reason reason) {
        return "Expecting netns " + attempt.netns() + "\nnot to reach " + attempt.to() + " because " + reason;
    }
}
