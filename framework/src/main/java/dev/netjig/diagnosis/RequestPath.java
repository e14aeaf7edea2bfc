package dev.netjig.diagnosis;

import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of a watched probe's request, as the captures in the namespaces saw it. What a namespace rewrites after its
 * devices, by DNAT to itself for example, is seen only in {@code conntrack -L}.
 *
 * @param sightings of the request alone, in the order of time, without frames that a bridge flooded to somebody who
 *     was not meant
 */
public record RequestPath(List<Sighting> sightings) {

    public RequestPath {
        sightings = List.copyOf(sightings);
    }

    /** Its request is told from the answer by its kind, and for UDP by the port that it comes from. */
    public static RequestPath of(Observation observation) {
        Optional<Packet.Ip> first = observation.path().stream()
                .map(Sighting::packet)
                .filter(Packet.Ip.class::isInstance)
                .map(Packet.Ip.class::cast)
                .findFirst();
        return new RequestPath(observation.path().stream()
                .filter(sighting -> sighting.isOutgoing() || sighting.direction() != Direction.OTHERHOST)
                .filter(sighting -> sighting.packet() instanceof Packet.Ip packet
                        && first.filter(request -> isSameWay(request, packet)).isPresent())
                .toList());
    }

    private static boolean isSameWay(Packet.Ip request, Packet.Ip packet) {
        if (packet.icmp().isPresent()) {
            return packet.icmp().get().isEchoRequest();
        }
        if (packet.tcp().isPresent()) {
            return packet.tcp().get().isSyn() && !packet.tcp().get().isAck();
        }
        return packet.ports().map(Packet.Ports::source).equals(request.ports().map(Packet.Ports::source));
    }

    /** The namespaces that it came through, in order: {@code red, node, internet}. */
    public List<String> namespaces() {
        List<String> all = new ArrayList<>();
        for (Sighting sighting : sightings) {
            if (all.isEmpty() || !all.get(all.size() - 1).equals(sighting.netns())) {
                all.add(sighting.netns());
            }
        }
        return all;
    }

    /** Where it was seen last; empty if nothing was seen at all. */
    public Optional<Sighting> end() {
        return sightings.isEmpty() ? Optional.empty() : Optional.of(sightings.get(sightings.size() - 1));
    }
}
