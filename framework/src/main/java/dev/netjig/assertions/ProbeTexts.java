package dev.netjig.assertions;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.TcpResult;
import dev.netjig.probe.UdpResult;
import dev.netjig.topology.IpLiteral;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.Collectors;

/** The texts of failed assertions on what a probe met with. */
final class ProbeTexts {

    private ProbeTexts() {}

    static String should(PingResult result, String wanted) {
        return expecting(result) + "\nto " + wanted + "\nbut: " + outcome(result);
    }

    static String should(TcpResult result, String wanted) {
        return "Expecting tcp " + ends(result.netns(), result.destination()) + "\nto " + wanted + "\nbut: "
                + result.failure()
                        .map(errno -> failure(errno, result.elapsed()))
                        .orElse("connected");
    }

    static String should(UdpResult result, String wanted) {
        return "Expecting udp " + ends(result.netns(), result.destination()) + "\nto " + wanted + "\nbut: "
                + result.failure()
                        .map(errno -> failure(errno, result.elapsed()))
                        .orElse("answered");
    }

    static String shouldBeAnsweredWithin(PingResult result, Duration limit, Duration rtt) {
        return expecting(result) + "\nto be answered within " + micros(limit) + "\nbut it took " + micros(rtt);
    }

    private static String expecting(PingResult result) {
        return "Expecting ping " + result.netns() + " → " + IpLiteral.format(result.destination());
    }

    /** All errors, where there are several. */
    private static String outcome(PingResult result) {
        return result.isAnswered() || result.errors().isEmpty()
                ? result.summary()
                : result.errors().stream().map(IcmpError::toString).collect(Collectors.joining(", "));
    }

    private static String ends(String netns, InetSocketAddress destination) {
        return netns + " → " + IpLiteral.format(destination.getAddress()) + " port " + destination.getPort();
    }

    private static String failure(Errno errno, Duration elapsed) {
        return errno + " after " + elapsed.toMillis() + " ms";
    }

    private static String micros(Duration duration) {
        return duration.toNanos() / 1000 + " µs";
    }
}
