package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of failed assertions on reachability. */
final class ReachTexts {

    private ReachTexts() {}

    static String shouldReach(String netns, InetAddress to, PingResult first, Observation second) {
        String expected =
                "Expecting netns " + netns + "\nto reach " + to.getHostAddress() + "\nbut: " + first.summary();
        return second.explanation()
                .map(explanation -> expected + "\nA second probe, watched, met the same end:\n" + explanation.text())
                .orElseGet(() -> expected + "\nNot reproduced: a second probe, watched, was answered by "
                        + second.result().summary() + "\n" + path(second.path()));
    }

    static String shouldReachEventually(String netns, InetAddress to, Duration limit, Observation last) {
        String expected = "Expecting netns " + netns + "\nto reach " + to.getHostAddress() + " within "
                + limit.toMillis() + " ms\nbut: " + last.result().summary();
        return last.explanation()
                .map(explanation -> expected + "\n" + explanation.text())
                .orElseGet(() -> expected + " came only after that");
    }

    static String shouldNotReach(String netns, Reason reason, Observation observation) {
        return expectedNot(netns, observation.result(), reason) + "\nbut it reached it: "
                + observation.result().summary() + "\n" + path(observation.path());
    }

    static String otherReason(String netns, Reason reason, Explanation explanation) {
        return expectedNot(netns, explanation.attempt(), reason) + "\nIt did not reach it, but for another reason:\n"
                + explanation.text();
    }

    static String inconclusive(String netns, Reason reason, Explanation explanation) {
        return expectedNot(netns, explanation.attempt(), reason)
                + "\nIt did not reach it, but the evidence does not say why:\n" + explanation.text();
    }

    static String reasonMissing(String netns, InetAddress to, String caller) {
        return "cannotReach(" + to.getHostAddress() + ") on netns " + netns + " asserts nothing without a reason: add"
                + " .because(…), at " + caller;
    }

    static String shouldHaveTtl(PingResult result, int expected, int actual) {
        return "Expecting " + result + "\nto have ttl " + expected + "\nbut it was " + actual;
    }

    static String shouldAnswerWithin(PingResult result, Duration limit, Duration actual) {
        return "Expecting " + result + "\nto take at most " + limit.toNanos() / 1000 + " µs\nbut it took "
                + actual.toNanos() / 1000 + " µs";
    }

    static String path(List<Sighting> path) {
        return path.isEmpty()
                ? "  path: nothing was seen on any device"
                : path.stream().map(sighting -> "    " + sighting).collect(Collectors.joining("\n", "  path:\n", ""));
    }

    private static String expectedNot(String netns, PingResult attempt, Reason reason) {
        return "Expecting netns " + netns + "\nnot to reach "
                + attempt.destination().getHostAddress() + "\nbecause " + reason;
    }
}
