package dev.netjig.diagnosis;

import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.util.Optional;

/** The answer of a rule that rejects rather than drops: an ICMP "destination unreachable" about the packet. */
record Rejection(String text, Evidence evidence) {

    private static final int DESTINATION_UNREACHABLE = 3;
    private static final int DESTINATION_UNREACHABLE_V6 = 1;

    /** @param netns the rule's namespace, which made the answer */
    static Rejection of(Scene scene, String netns) {
        Optional<Rejection> reset = scene.trail()
                .firstReply()
                .filter(reply -> reply.netns().equals(netns)
                        && ((Packet.Ip) reply.packet())
                                .tcp()
                                .filter(Packet.Tcp::isReset)
                                .isPresent())
                .map(reply -> new Rejection("TCP reset", new Evidence("capture", netns + " answered: " + reply)));
        if (reset.isPresent()) {
            return reset.get();
        }
        return scene.trail().errors().stream()
                .filter(sighting -> sighting.netns().equals(netns))
                .flatMap(sighting -> unreachable(sighting).stream())
                .findFirst()
                .map(icmp -> new Rejection(
                        IcmpError.text(icmp.v6(), icmp.type(), icmp.code()),
                        new Evidence("capture", netns + " sent an ICMP error about it: " + icmp)))
                .or(() -> received(scene))
                .orElseGet(() -> new Rejection(
                        "an ICMP error", new Evidence("rule", "its statement is reject; no ICMP error was seen")));
    }

    /** The sender's own rule: its answer never leaves the loopback device, or is not seen on it. */
    private static Optional<Rejection> received(Scene scene) {
        return scene.result().errors().stream()
                .filter(error -> !error.local())
                .findFirst()
                .map(error -> new Rejection(
                        IcmpError.text(error.isV6(), error.type(), error.code()),
                        new Evidence("icmp", "the sender received: " + error)));
    }

    private static Optional<Packet.Icmp> unreachable(Sighting sighting) {
        return sighting.packet() instanceof Packet.Ip ip
                ? ip.icmp()
                        .filter(icmp ->
                                icmp.type() == (icmp.v6() ? DESTINATION_UNREACHABLE_V6 : DESTINATION_UNREACHABLE))
                : Optional.empty();
    }
}
