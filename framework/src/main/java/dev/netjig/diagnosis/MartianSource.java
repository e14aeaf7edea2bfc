package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A source that no packet from outside can have: none at all, the receiver's own, a multicast group. The kernel's routing
 * refuses it (EINVAL) and counts it for the whole machine only, so its decision is asked for again.
 */
final class MartianSource {

    private MartianSource() {}

    static Optional<Finding> testify(NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
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

    private static boolean isImpossible(NetworkNamespace netns, InetAddress source) {
        return source.isAnyLocalAddress() || source.isMulticastAddress() || Scene.owns(netns, source);
    }
}
