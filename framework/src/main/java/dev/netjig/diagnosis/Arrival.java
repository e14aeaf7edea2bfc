package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** A packet that reached the namespace it was for, and was not heard of again. */
final class Arrival {

    private static final String IGNORE_ALL = "net.ipv4.icmp_echo_ignore_all";

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
        if (!(packet.destination() instanceof Inet4Address)) {
            return Optional.empty(); // IPv6 has no reverse-path filter, and counts elsewhere
        }
        return new ReversePath(scene, netns, sighting, packet)
                .testify()
                .or(() -> MartianSource.testify(netns, sighting, packet))
                .or(this::wayBack);
    }

    /** The receiver answers in the same instant; what stops the answer is its own route, device or neighbour. */
    private Optional<Finding> wayBack() {
        boolean isRequest = scene.trail().isOurs(packet, true);
        long heard = scene.watch().grown(netns.name(), "IcmpInEchos");
        boolean ignored = netns.sysctlIfPresent(IGNORE_ALL).equals(Optional.of("1"));
        if (!isRequest || heard == 0 || ignored) {
            return Optional.empty();
        }
        InetAddress source = packet.source();
        RouteLookup lookup = netns.routeTo(RouteQuery.to(source).from(packet.destination()));
        if (lookup instanceof RouteLookup.Found found) {
            return new Departure(scene, netns, source).testify(found.route());
        }
        RouteLookup.Refused refused = (RouteLookup.Refused) lookup;
        long answered = scene.watch().grown(netns.name(), "IcmpOutEchoReps");
        Evidence looked = new Evidence(
                "ip -n " + netns.name() + " route get " + IpLiteral.format(source) + " from "
                        + IpLiteral.format(packet.destination()),
                "answers " + refused.errno().message());
        return RefusedRoute.onTheWayBack(netns.name(), source, refused.errno())
                .map(cause -> Finding.proven(
                        cause,
                        PathWitness.lastSeen(sighting),
                        new Evidence(
                                "snmp", netns.name() + " IcmpInEchos +" + heard + ", IcmpOutEchoReps +" + answered),
                        looked));
    }
}
