package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.RouteType;
import java.util.Optional;

/** A packet that reached a namespace which is not its destination, and did not leave it: a router, or a bridge. */
final class Transit {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final Sighting sighting;
    private final Packet.Ip packet;
    private final LinkState device;

    Transit(Scene scene, NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        this.scene = scene;
        this.netns = netns;
        this.sighting = sighting;
        this.packet = packet;
        this.device = L3Device.link(netns, sighting.dev());
    }

    Optional<Finding> testify() {
        boolean isPort = !device.name().equals(sighting.dev());
        if (isPort && !device.isUp()) {
            return Optional.of(DownLink.finding(scene, netns, device, PathWitness.lastSeen(sighting)));
        }
        // On a port the packet was seen before the bridge decided whether it is for the bridge itself.
        boolean bridged = isPort && scene.trail().path().stream().noneMatch(this::isOnBridge);
        return bridged ? new BridgePort(scene, netns, sighting, packet.destination()).testify() : routed();
    }

    private boolean isOnBridge(Sighting other) {
        return other.netns().equals(netns.name())
                && other.dev().equals(device.name())
                && !other.isOutgoing()
                && other.timestamp() >= sighting.timestamp();
    }

    private Optional<Finding> routed() {
        RouteQuery query =
                RouteQuery.to(packet.destination()).from(packet.source()).iif(device.index());
        RouteLookup lookup = netns.routeTo(query);
        if (lookup instanceof RouteLookup.Found found) {
            return ReversePath.testify(scene, netns, sighting, packet)
                    .or(() -> new Departure(scene, netns, packet.destination()).testify(found.route()));
        }
        if (!(lookup instanceof RouteLookup.Refused refused)) {
            return Optional.empty();
        }
        Evidence looked = new Evidence(
                "ip -n " + netns.name() + " route get " + packet.destination().getHostAddress() + " from "
                        + packet.source().getHostAddress() + " iif " + device.name(),
                "answers " + refused.errno().message());
        Evidence seen = PathWitness.lastSeen(sighting);
        if (refused.errno().equals(Errno.EHOSTUNREACH) && !forwards()) {
            return Optional.of(Finding.proven(
                    new Cause.NotForwarding(netns.name(), device.name()), seen, looked, forwarding(), counter()));
        }
        if (refused.errno().equals(Errno.EINVAL)) {
            return ReversePath.testify(scene, netns, sighting, packet)
                    .or(() -> MartianSource.testify(scene, netns, sighting, packet))
                    .or(() -> Optional.of(Finding.inferred(refusedBy(RouteType.BLACKHOLE), seen, looked)));
        }
        if (refused.errno().equals(Errno.ENETUNREACH)) {
            return Optional.of(Finding.proven(new Cause.NoRoute(netns.name(), packet.destination()), seen, looked));
        }
        if (refused.errno().equals(Errno.EACCES)) {
            return Optional.of(Finding.proven(refusedBy(RouteType.PROHIBIT), seen, looked));
        }
        return refused.errno().equals(Errno.EHOSTUNREACH)
                ? Optional.of(Finding.proven(refusedBy(RouteType.UNREACHABLE), seen, looked))
                : Optional.empty();
    }

    private Cause refusedBy(RouteType type) {
        return new Cause.RouteRefused(netns.name(), type, packet.destination());
    }

    private boolean forwards() {
        return netns.sysctlIfPresent(forwardingKey()).equals(Optional.of("1"));
    }

    private Evidence forwarding() {
        return new Evidence(
                "sysctl",
                forwardingKey() + "=" + netns.sysctlIfPresent(forwardingKey()).orElse("?"));
    }

    private String forwardingKey() {
        return "net.ipv4.conf." + device.name() + ".forwarding";
    }

    private Evidence counter() {
        return new Evidence(
                "snmp", netns.name() + " IpInAddrErrors +" + scene.watch().grown(netns.name(), "IpInAddrErrors"));
    }
}
