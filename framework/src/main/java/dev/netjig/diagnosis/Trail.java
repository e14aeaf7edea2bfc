package dev.netjig.diagnosis;

import dev.netjig.probe.Flow;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a capture saw of one exchange: the request, the reply and ICMP errors about either, joined by what NAT leaves as
 * it is.
 */
final class Trail {

    /** Before the kernel tries a SYN again, one second after the first: a trail is of one packet. */
    private static final long FIRST_TRY = Duration.ofMillis(900).toNanos();

    private final Flow flow;
    private final List<Sighting> all;
    private final Wiring wiring;
    private final Leg request;
    private final Leg reply;

    private Trail(Flow flow, List<Sighting> all, Wiring wiring) {
        this.flow = flow;
        this.all = all;
        this.wiring = wiring;
        this.request = leg(true);
        this.reply = leg(false);
    }

    static Trail of(Flow flow, List<Sighting> sightings, Wiring wiring) {
        Optional<Sighting> first = sightings.stream()
                .filter(sighting -> isOf(flow, sighting.packet(), true))
                .findFirst();
        if (first.isEmpty()) {
            return new Trail(flow, sightings, wiring);
        }
        Flow known = flow.learnedFrom((Packet.Ip) first.get().packet());
        long end = first.get().timestamp() + FIRST_TRY;
        return new Trail(
                known,
                sightings.stream()
                        .filter(sighting -> sighting.timestamp() < end || !(known instanceof Flow.Tcp))
                        .toList(),
                wiring);
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

    /** The first that was seen of the answer. */
    Optional<Sighting> firstReply() {
        return reply.sightings().stream().findFirst();
    }

    /** The last that was seen of the answer. */
    Optional<Sighting> lastReply() {
        return reply.last();
    }

    /** Who last sent the packet by a device of its own, as a host or router: not a bridge that passed it on. */
    Optional<Sighting> lastSender() {
        return lastLeg().sightings().stream()
                .filter(sighting -> sighting.isOutgoing() && !wiring.isPort(sighting.netns(), sighting.dev()))
                .reduce((earlier, later) -> later);
    }

    /** The request as it last came into {@code netns}. */
    Optional<Sighting> requestAt(String netns) {
        return request.sightings().stream()
                .filter(sighting -> sighting.netns().equals(netns) && !sighting.isOutgoing())
                .reduce((earlier, later) -> later);
    }

    /** The namespaces that the request came into by one device more than once. */
    List<String> visitedAgain() {
        Set<String> devices = new HashSet<>();
        return request.sightings().stream()
                .filter(sighting -> !sighting.isOutgoing() && !wiring.isPort(sighting.netns(), sighting.dev()))
                .filter(sighting -> !devices.add(sighting.netns() + "/" + sighting.dev()))
                .map(Sighting::netns)
                .distinct()
                .toList();
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
            return isResetBy(step) && request.mayEndIn(step.netns());
        }
        // A reply that was seen nowhere was dropped on its way out of where the request arrived.
        Leg leg = lastLeg();
        return leg.isEmpty() ? !dropsReply && step.netns().equals(sender) : leg.mayEndIn(step.netns());
    }

    /** Whether the answer is the reset that a rejecting rule sends. */
    private boolean isResetBy(FilterStep step) {
        return step.rejects()
                && firstReply()
                        .filter(first -> first.netns().equals(step.netns()))
                        .map(Sighting::packet)
                        .filter(packet -> packet instanceof Packet.Ip ip
                                && ip.tcp().filter(Packet.Tcp::isReset).isPresent())
                        .isPresent();
    }

    /** Solicitations for {@code address} that {@code netns} sent and nobody answered. */
    long unansweredSolicitations(String netns, InetAddress address) {
        boolean answered = all.stream()
                .anyMatch(sighting -> sighting.netns().equals(netns)
                        && !sighting.isOutgoing()
                        && Solicitation.of(sighting.packet())
                                .filter(heard -> !heard.asks() && heard.target().equals(address))
                                .isPresent());
        return answered
                ? 0
                : solicitations(address).stream()
                        .filter(sighting -> sighting.netns().equals(netns) && sighting.isOutgoing())
                        .count();
    }

    /** Solicitations for {@code address}, wherever they were seen. */
    List<Sighting> solicitations(InetAddress address) {
        return all.stream()
                .filter(sighting -> Solicitation.of(sighting.packet())
                        .filter(seen -> seen.asks() && seen.target().equals(address))
                        .isPresent())
                .toList();
    }

    /** Whether {@code packet} is the request or the reply. */
    boolean isOurs(Packet packet) {
        return isOurs(packet, true) || isOurs(packet, false);
    }

    boolean isOurs(Packet packet, boolean asRequest) {
        return isOf(flow, packet, asRequest);
    }

    private static boolean isOf(Flow flow, Packet packet, boolean asRequest) {
        return packet instanceof Packet.Ip ip && (asRequest ? flow.isRequest(ip) : flow.isReply(ip));
    }

    private boolean isError(Sighting sighting) {
        return sighting.packet() instanceof Packet.Ip ip
                && ip.icmp().flatMap(Packet.Icmp::quoted).filter(this::isOurs).isPresent();
    }
}
