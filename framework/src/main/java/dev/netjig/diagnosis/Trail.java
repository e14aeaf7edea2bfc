package dev.netjig.diagnosis;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a capture saw of one echo exchange: the request, the reply and ICMP errors about either, joined by the echo's id
 * and sequence number, which NAT keeps unless two flows collide.
 */
final class Trail {

    private final int id;
    private final int sequence;
    private final List<Sighting> all;

    private Trail(int id, int sequence, List<Sighting> all) {
        this.id = id;
        this.sequence = sequence;
        this.all = all;
    }

    static Trail of(EchoExchange exchange, List<Sighting> sightings) {
        return new Trail(exchange.id(), exchange.sequence(), sightings);
    }

    /** The request, the reply and the errors, in the order of time. */
    List<Sighting> path() {
        return all.stream()
                .filter(sighting ->
                        isOurs(sighting.packet(), true) || isOurs(sighting.packet(), false) || isError(sighting))
                .toList();
    }

    List<Sighting> requests() {
        return all.stream().filter(sighting -> isOurs(sighting.packet(), true)).toList();
    }

    List<Sighting> replies() {
        return all.stream().filter(sighting -> isOurs(sighting.packet(), false)).toList();
    }

    /** ICMP errors about the request or the reply. */
    List<Sighting> errors() {
        return all.stream().filter(this::isError).toList();
    }

    /** The last that was seen of the exchange, errors aside: of the reply if there was one, else of the request. */
    Optional<Sighting> last() {
        List<Sighting> leg = replies().isEmpty() ? requests() : replies();
        return leg.isEmpty() ? Optional.empty() : Optional.of(leg.get(leg.size() - 1));
    }

    /** ARP requests that {@code netns} sent for {@code address} and nobody answered. */
    long unansweredArp(String netns, InetAddress address) {
        boolean answered = all.stream()
                .anyMatch(sighting -> sighting.netns().equals(netns)
                        && sighting.packet() instanceof Packet.Arp arp
                        && !arp.request()
                        && arp.sender().equals(address));
        return answered
                ? 0
                : all.stream()
                        .filter(sighting -> sighting.netns().equals(netns)
                                && sighting.isOutgoing()
                                && sighting.packet() instanceof Packet.Arp arp
                                && arp.request()
                                && arp.target().equals(address))
                        .count();
    }

    /** Where ARP requests for {@code address} were received. */
    List<Sighting> arpRequests(InetAddress address) {
        return all.stream()
                .filter(sighting -> !sighting.isOutgoing()
                        && sighting.packet() instanceof Packet.Arp arp
                        && arp.request()
                        && arp.target().equals(address))
                .toList();
    }

    boolean isOurs(Packet packet, boolean request) {
        return packet instanceof Packet.Ip ip
                && ip.icmp()
                        .filter(icmp -> icmp.id() == id && icmp.sequence() == sequence)
                        .filter(icmp -> request ? icmp.isEchoRequest() : icmp.isEchoReply())
                        .isPresent();
    }

    private boolean isError(Sighting sighting) {
        return sighting.packet() instanceof Packet.Ip ip
                && ip.icmp()
                        .flatMap(Packet.Icmp::quoted)
                        .filter(quoted -> isOurs(quoted, true) || isOurs(quoted, false))
                        .isPresent();
    }
}
