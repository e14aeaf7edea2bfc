package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
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
        return ReversePath.testify(scene, netns, sighting, packet)
                .or(() -> MartianSource.testify(scene, netns, sighting, packet))
                .or(this::wayBack);
    }

    /** The receiver answers in the same instant; what stops the answer is its own route, device or neighbour. */
    private Optional<Finding> wayBack() {
        boolean isRequest = scene.trail().isOurs(packet, true);
        long heard = scene.watch().grown(netns.name(), "IcmpInEchos");
        if (!isRequest || heard == 0) {
            return Optional.empty();
        }
        InetAddress source = packet.source();
        RouteLookup lookup = netns.routeTo(RouteQuery.to(source).from(packet.destination()));
        if (lookup instanceof RouteLookup.Refused refused) {
            if (!refused.errno().equals(Errno.ENETUNREACH)) {
                return Optional.empty();
            }
            long answered = scene.watch().grown(netns.name(), "IcmpOutEchoReps");
            return Optional.of(Finding.proven(
                    new Cause.NoWayBack(netns.name(), source),
                    PathWitness.lastSeen(sighting),
                    new Evidence("snmp", netns.name() + " IcmpInEchos +" + heard + ", IcmpOutEchoReps +" + answered),
                    new Evidence(
                            "ip -n " + netns.name() + " route get " + source.getHostAddress() + " from "
                                    + packet.destination().getHostAddress(),
                            "answers " + refused.errno().message())));
        }
        return lookup instanceof RouteLookup.Found found
                ? new Departure(scene, netns, source).testify(found.route())
                : Optional.empty();
    }
}
