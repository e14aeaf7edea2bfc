package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;

/** A packet that reached the namespace it was for, and was not heard of again. */
final class Arrival {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final Sighting sighting;
    private final Packet.Ip packet;

    Arrival(Scene scene, NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        this.scene = scene;
        this.netns = netns;
        this.sighting = sighting;
        this.packet = packet;
    }

    Optional<Finding> testify() {
        Optional<Finding> turnedAway = packet.isIpv4()
                ? new ReversePath(scene, netns, sighting, packet)
                        .testify()
                        .or(() -> Martian.destination(netns, sighting, packet))
                        .or(() -> Martian.source(netns, sighting, packet))
                : Ipv6Off.testify(netns, L3Device.link(netns, sighting.dev()), PathWitness.lastSeen(sighting));
        return turnedAway.or(() -> scene.trail().isOurs(packet, true) ? answer() : Optional.empty());
    }

    /** The receiver answers in the same instant; what stops the answer is its own route, device or neighbour. */
    private Optional<Finding> answer() {
        Delivery delivery = Delivery.of(scene, netns, packet);
        if (!delivery.isHeard()) {
            return Optional.empty();
        }
        Optional<Finding> ignored = delivery.ignoredBy(PathWitness.lastSeen(sighting));
        return ignored.isPresent() ? ignored : wayBack(delivery);
    }

    private Optional<Finding> wayBack(Delivery delivery) {
        InetAddress source = packet.source();
        RouteLookup lookup = netns.routeTo(RouteQuery.to(source).from(packet.destination()));
        if (lookup instanceof RouteLookup.Found found) {
            return new Departure(scene, netns, source)
                    .testify(found.route())
                    .or(() -> delivery.unanswered(PathWitness.lastSeen(sighting)));
        }
        RouteLookup.Refused refused = (RouteLookup.Refused) lookup;
        Evidence looked = new Evidence(
                "ip -n " + netns.name() + " route get " + IpLiteral.format(source) + " from "
                        + IpLiteral.format(packet.destination()),
                "answers " + refused.errno().message());
        return RefusedRoute.onTheWayBack(netns.name(), source, refused.errno())
                .map(cause -> Finding.proven(cause, PathWitness.lastSeen(sighting), delivery.evidence(), looked));
    }
}
