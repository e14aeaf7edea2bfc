package dev.netjig.picture;

import dev.netjig.diagnosis.Hop;
import dev.netjig.picture.Vertex.Spot;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * Where a packet was seen, in two parts: the request, and what came back.
 *
 * @param back until the sender sends again
 * @param error whether what came back was an ICMP error or a TCP reset instead of an answer
 */
record Sightings(List<Hop> request, List<Hop> back, boolean error) {

    static Sightings of(List<Hop> hops) {
        Optional<Packet.Ip> first =
                hops.stream().flatMap(hop -> ip(hop).stream()).findFirst();
        if (first.isEmpty()) {
            return new Sightings(List.of(), List.of(), false);
        }
        List<Hop> ours = hops.stream().filter(hop -> ip(hop).isPresent()).toList();
        int turn = 0;
        while (turn < ours.size() && isRequest(ours.get(turn), first.get())) {
            turn++;
        }
        int end = turn;
        while (end < ours.size() && !isRequest(ours.get(end), first.get())) {
            end++;
        }
        boolean error = turn < ours.size() && isError(ip(ours.get(turn)).orElseThrow());
        return new Sightings(ours.subList(0, turn), ours.subList(turn, end), error);
    }

    static Spot spot(Hop hop) {
        Sighting seen = hop.seen();
        return new Spot(seen.netns(), seen.dev());
    }

    private static Optional<Packet.Ip> ip(Hop hop) {
        return hop.seen().packet() instanceof Packet.Ip ip ? Optional.of(ip) : Optional.empty();
    }

    /** NAT may change either port, but not both, and no kind of ICMP message. */
    private static boolean isRequest(Hop hop, Packet.Ip first) {
        Packet.Ip packet = ip(hop).orElseThrow();
        if (packet.icmp().isPresent()) {
            return packet.icmp().map(Packet.Icmp::type).equals(first.icmp().map(Packet.Icmp::type));
        }
        return packet.ports()
                .flatMap(ports -> first.ports()
                        .map(asked -> ports.destination() == asked.destination() || ports.source() == asked.source()))
                .orElse(true);
    }

    private static boolean isError(Packet.Ip packet) {
        return packet.icmp().filter(icmp -> !icmp.isEchoReply()).isPresent()
                || packet.tcp().filter(Packet.Tcp::isReset).isPresent();
    }
}
