package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * An address that no packet from outside can have: a source that is none at all, the receiver's own or a multicast group;
 * a destination in 127.0.0.0/8. The kernel's routing refuses it (EINVAL) and counts it for the whole machine only, so its
 * decision is asked for again.
 */
final class Martian {

    private Martian() {}

    static Optional<Finding> source(NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        InetAddress source = packet.source();
        if (!isImpossible(netns, source)) {
            return Optional.empty();
        }
        LinkState device = L3Device.link(netns, sighting.dev());
        RouteLookup lookup =
                netns.routeTo(RouteQuery.to(packet.destination()).from(source).iif(device.index()));
        if (!(lookup instanceof RouteLookup.Refused refused) || !refused.errno().equals(Errno.EINVAL)) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(
                new Cause.MartianSource(netns.name(), device.name(), source),
                PathWitness.lastSeen(sighting),
                new Evidence(
                        ReversePath.query(netns, packet, device),
                        "answers " + refused.errno().message())));
    }

    static Optional<Finding> destination(NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        if (!packet.destination().isLoopbackAddress()) {
            return Optional.empty();
        }
        LinkState device = L3Device.link(netns, sighting.dev());
        String key = "net.ipv4.conf." + device.name() + ".route_localnet";
        return netns.sysctlIfPresent(key).equals(Optional.of("1"))
                        || netns.sysctlIfPresent("net.ipv4.conf.all.route_localnet")
                                .equals(Optional.of("1"))
                ? Optional.empty()
                : Optional.of(Finding.proven(
                        new Cause.MartianDestination(netns.name(), device.name(), packet.destination()),
                        PathWitness.lastSeen(sighting),
                        new Evidence("sysctl", key + "=0")));
    }

    /** Whether nothing about the source itself can have it refused: it is somebody else's, or nobody's. */
    static boolean isPlain(NetworkNamespace netns, InetAddress source) {
        boolean reserved = source.isLoopbackAddress() || source.getAddress()[0] == 0;
        return !reserved
                && !isImpossible(netns, source)
                && !(netns.routeTo(source) instanceof RouteLookup.Found found
                        && found.route().type() != RouteEntry.Type.UNICAST);
    }

    private static boolean isImpossible(NetworkNamespace netns, InetAddress source) {
        return source.isAnyLocalAddress() || source.isMulticastAddress() || Scene.owns(netns, source);
    }
}
