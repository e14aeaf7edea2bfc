package dev.netjig.diagnosis;

import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a rule that rejects rather than drops: an ICMP "destination unreachable" that the rule's namespace made
 * for this packet.
 */
record Rejection(String text, Evidence evidence) {

    private static final int DESTINATION_UNREACHABLE = 3;
    private static final int DESTINATION_UNREACHABLE_V6 = 1;

    /** Empty if the culprit is a policy, which never answers, or no such ICMP error was seen. */
    static Optional<Rejection> of(Scene scene, String netns, Culprit culprit) {
        boolean rejects = culprit instanceof Culprit.Rule rule
                && rule.text().toLowerCase(java.util.Locale.ROOT).contains("reject");
        if (!rejects) {
            return Optional.empty();
        }
        Optional<IcmpError> received =
                scene.result().errors().stream().filter(error -> !error.local()).findFirst();
        if (received.isPresent()) {
            IcmpError error = received.get();
            return Optional.of(new Rejection(
                    IcmpError.text(error.type(), error.code()), new Evidence("icmp", "the sender received: " + error)));
        }
        List<Sighting> errors = scene.trail().errors();
        return errors.stream()
                .filter(sighting -> sighting.netns().equals(netns))
                .flatMap(sighting -> icmp(sighting).stream())
                .findFirst()
                .map(icmp -> new Rejection(
                        IcmpError.text(icmp.type(), icmp.code()),
                        new Evidence("capture", netns + " sent an ICMP error about it: " + icmp)))
                .or(() -> Optional.of(new Rejection(
                        "an ICMP error", new Evidence("rule", "its statement is reject; no ICMP error was seen"))));
    }

    private static Optional<Packet.Icmp> icmp(Sighting sighting) {
        return sighting.packet() instanceof Packet.Ip ip
                ? ip.icmp()
                        .filter(icmp ->
                                icmp.type() == (icmp.v6() ? DESTINATION_UNREACHABLE_V6 : DESTINATION_UNREACHABLE))
                : Optional.empty();
    }
}
