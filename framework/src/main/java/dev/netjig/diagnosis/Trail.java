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
    private final Wiring wiring;
    private final Leg request;
    private final Leg reply;

    private Trail(int id, int sequence, List<Sighting> all, Wiring wiring) {
        this.id = id;
        this.sequence = sequence;
        this.all = all;
        this.wiring = wiring;
        this.request = leg(true);
        this.reply = leg(false);
    }

    static Trail of(EchoExchange exchange, List<Sighting> sightings, Wiring wiring) {
        return new Trail(exchange.id(), exchange.sequence(), sightings, wiring);
    }

    private Leg leg(boolean ofRequest) {
        return Leg.of(
                all.stream()
                        .filter(sighting -> isOurs(sighting.packet(), ofRequest))
                        .toList(),
                wiring);
    }

    /** The request, the reply and the errors, in the order of time. */
    List<Sighting> path() {
        return all.stream()
                .filter(sighting -> isOurs(sighting.packet()) || isError(sighting))
                .toList();
    }

    /** ICMP errors about the request or the reply. */
    List<Sighting> errors() {
        return all.stream().filter(this::isError).toList();
    }

    /** The part of the way on which the exchange ended: the reply's if there was one, else the request's. */
    Leg lastLeg() {
        return reply.isEmpty() ? request : reply;
    }

    /** The last that was seen of the exchange, errors aside. */
    Optional<Sighting> last() {
        return lastLeg().last();
    }

    /** The request as it came into {@code netns} by its first device there. */
    Optional<Packet.Ip> requestInto(String netns) {
        return request.sightings().stream()
                .filter(sighting -> sighting.netns().equals(netns) && !sighting.isOutgoing())
                .findFirst()
                .map(sighting -> (Packet.Ip) sighting.packet());
    }

    /**
     * Whether the exchange can have ended where a packet filter dropped {@code step.packet()}. It cannot if it was seen
     * after that: a filter may also drop a copy that a bridge made for another port.
     */
    boolean mayEndAt(FilterStep step, String sender) {
        boolean dropsReply = isOurs(step.packet(), false);
        if (!dropsReply && !reply.isEmpty()) {
            return false;
        }
        // A reply that was seen nowhere was dropped on its way out of where the request arrived.
        Leg leg = lastLeg();
        return leg.isEmpty() ? !dropsReply && step.netns().equals(sender) : leg.mayEndIn(step.netns());
    }

    /** ARP requests for {@code address} that {@code netns} sent and nobody answered. */
    long unansweredArp(String netns, InetAddress address) {
        boolean answered = all.stream()
                .anyMatch(sighting -> sighting.netns().equals(netns)
                        && !sighting.isOutgoing()
                        && sighting.packet() instanceof Packet.Arp arp
                        && !arp.request()
                        && arp.sender().equals(address));
        return answered
                ? 0
                : arpRequests(address).stream()
                        .filter(sighting -> sighting.netns().equals(netns) && sighting.isOutgoing())
                        .count();
    }

    /** ARP requests for {@code address}, wherever they were seen. */
    List<Sighting> arpRequests(InetAddress address) {
        return all.stream()
                .filter(sighting -> sighting.packet() instanceof Packet.Arp arp
                        && arp.request()
                        && arp.target().equals(address))
                .toList();
    }

    /** Whether {@code packet} is the request or the reply. */
    boolean isOurs(Packet packet) {
        return isOurs(packet, true) || isOurs(packet, false);
    }

    boolean isOurs(Packet packet, boolean asRequest) {
        return packet instanceof Packet.Ip ip
                && ip.icmp()
                        .filter(icmp -> icmp.id() == id && icmp.sequence() == sequence)
                        .filter(icmp -> asRequest ? icmp.isEchoRequest() : icmp.isEchoReply())
                        .isPresent();
    }

    private boolean isError(Sighting sighting) {
        return sighting.packet() instanceof Packet.Ip ip
                && ip.icmp().flatMap(Packet.Icmp::quoted).filter(this::isOurs).isPresent();
    }
}
