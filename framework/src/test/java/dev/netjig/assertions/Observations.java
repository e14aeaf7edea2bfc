package dev.netjig.assertions;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Evidence;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.kernel.Errno;
import dev.netjig.probe.PingResult;
import dev.netjig.topology.IpLiteral;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of watched pings from red to 192.168.0.3. */
final class Observations {

    private Observations() {}

    static Observation reached() {
        return new Observation(
                Results.answered(64, Duration.ofNanos(50_000)), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** red has no route. */
    static Observation unreachable() {
        return lost(
                Results.refused(Errno.ENETUNREACH),
                new Cause.NetworkUnreachable("red", IpLiteral.parse("192.168.0.3")),
                Confidence.PROVEN);
    }

    static Observation inconclusive() {
        return lost(Results.silence(), new Cause.Unknown("blue", "nowhere"), Confidence.INFERRED);
    }

    private static Observation lost(PingResult result, Cause cause, Confidence confidence) {
        Explanation explanation = new Explanation(
                result, List.of(), cause, confidence, List.of(new Evidence("sendto", "something")), List.of());
        return new Observation(result, List.of(), List.of(), Optional.of(explanation), List.of());
    }

    static String textOf(Observation observation) {
        return observation.explanation().map(Explanation::text).orElse("no explanation");
    }
}
