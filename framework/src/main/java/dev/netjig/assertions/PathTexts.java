package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.diagnosis.RequestPath;
import dev.netjig.probe.Packet;
import dev.netjig.probe.ProbeResult;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.List;

/** The texts of failed assertions on the way of a request that was answered. */
final class PathTexts {

    private PathTexts() {}

    static String shouldTakePath(Observation observation, List<String> wanted) {
        List<String> taken = RequestPath.of(observation).namespaces();
        return ProbeTexts.expecting(observation.result()) + "\nto take the path " + arrows(wanted) + "\nbut it took "
                + (taken.isEmpty() ? "none that was seen" : arrows(taken)) + path(observation);
    }

    static String shouldBeSeenAs(Observation observation, String wanted) {
        return ProbeTexts.expecting(observation.result()) + "\nto be seen as from " + wanted + "\nbut "
                + RequestPath.of(observation)
                        .end()
                        .map(end -> end.netns() + " sees it as from " + source(end))
                        .orElse("nobody saw it")
                + path(observation);
    }

    static String shouldBeRewrittenTo(Observation observation, String wanted) {
        return ProbeTexts.expecting(observation.result()) + "\nto be rewritten to " + wanted + "\nbut "
                + RequestPath.of(observation)
                        .end()
                        .map(end -> "it came to " + destination(end) + " in " + end.netns())
                        .orElse("nobody saw it")
                + path(observation);
    }

    static String shouldBeAnsweredAgain(ProbeResult first, Observation second) {
        return ProbeTexts.expecting(first) + "\nto be answered again under watch\nbut the second probe was not:\n"
                + second.explanation()
                        .map(Explanation::text)
                        .orElse(second.result().summary());
    }

    private static String source(Sighting end) {
        return end.packet() instanceof Packet.Ip packet
                ? place(
                        packet.source(),
                        packet.ports().map(Packet.Ports::source).orElse(0))
                : end.toString();
    }

    private static String destination(Sighting end) {
        return end.packet() instanceof Packet.Ip packet
                ? place(
                        packet.destination(),
                        packet.ports().map(Packet.Ports::destination).orElse(0))
                : end.toString();
    }

    static String place(InetAddress address, int port) {
        return IpLiteral.format(address) + (port == 0 ? "" : " port " + port);
    }

    private static String arrows(List<String> namespaces) {
        return String.join(" → ", namespaces);
    }

    private static String path(Observation observation) {
        return observation.hops().stream()
                .map(hop -> "\n    " + hop)
                .reduce(String::concat)
                .map(hops -> "\n  path:" + hops)
                .orElse("");
    }
}
