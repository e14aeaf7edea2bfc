package dev.netjig.assertions;

import dev.netjig.probe.IcmpError;
import dev.netjig.probe.ProbeResult;
import dev.netjig.probe.Protocol;
import java.time.Duration;
import java.util.stream.Collectors;

/** The texts of failed assertions on what a probe met with. */
final class ProbeTexts {

    private ProbeTexts() {}

    static String should(ProbeResult result, String wanted) {
        return expecting(result) + "\nto " + wanted + "\nbut: " + outcome(result);
    }

    static String shouldBeAnsweredWithin(ProbeResult result, Duration limit, Duration rtt) {
        return expecting(result) + "\nto be answered within " + micros(limit) + "\nbut it took " + micros(rtt);
    }

    static String expecting(ProbeResult result) {
        Protocol protocol = result.to().protocol();
        return "Expecting " + (protocol == Protocol.ICMP ? "ping" : protocol) + " " + result.netns() + " → "
                + result.to().hostAndPort();
    }

    /** All errors, where there are several. */
    private static String outcome(ProbeResult result) {
        return result.isAnswered() || result.errors().isEmpty()
                ? result.summary()
                : result.errors().stream().map(IcmpError::toString).collect(Collectors.joining(", "));
    }

    private static String micros(Duration duration) {
        return duration.toNanos() / 1000 + " µs";
    }
}
