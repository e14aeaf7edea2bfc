package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.RouteType;
import java.util.List;
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
        if (!isPort) {
            return routed();
        }
        // Seen on a port and not on the bridge: the bridge dropped it, or looked for the port of another host.
        Evidence seen = PathWitness.lastSeen(sighting);
        return device.isUp()
                ? new BridgePorts(scene, netns, device)
                        .obstacle(sighting.dev(), packet.destination(), Optional.of(packet), seen)
                        .or(() -> Misaddressed.testify(scene, seen))
                : Optional.of(DownLink.finding(scene, netns, device, seen));
    }

    private Optional<Finding> routed() {
        if (sighting.direction() != Direction.HOST) {
            return Optional.empty(); // broadcasts are not forwarded
        }
        if (!packet.isIpv4()) {
            Optional<Finding> off = Ipv6Off.testify(netns, device, PathWitness.lastSeen(sighting));
            if (off.isPresent()) {
                return off;
            }
            if (!forwards()) {
                return counted(
                        "Ip6InAddrErrors", new Cause.NotForwarding(netns.name(), device.name(), true), forwarding());
            }
        }
        RouteLookup lookup = netns.routeTo(
                RouteQuery.to(packet.destination()).from(packet.source()).iif(device.index()));
        if (lookup instanceof RouteLookup.Found found) {
            return passing(found.route());
        }
        Errno errno = ((RouteLookup.Refused) lookup).errno();
        Evidence looked = new Evidence(ReversePath.query(netns, packet, device), "answers " + errno.message());
        if (errno.equals(Errno.EHOSTUNREACH) && !forwards()) {
            return counted(
                    "IpInAddrErrors", new Cause.NotForwarding(netns.name(), device.name()), looked, forwarding());
        }
        if (errno.equals(Errno.ENETUNREACH)) {
            return Ipv6Off.onTheWayTo(netns, packet.destination(), PathWitness.lastSeen(sighting), looked)
                    .or(() -> counted(
                            packet.isIpv4() ? "IpExtInNoRoutes" : "Ip6InNoRoutes",
                            new Cause.NoRoute(netns.name(), packet.destination()),
                            looked));
        }
        if (errno.equals(Errno.EINVAL)) {
            return blackhole(looked)
                    .or(() -> new ReversePath(scene, netns, sighting, packet).testify())
                    .or(() -> Martian.source(netns, sighting, packet))
                    .or(() -> Martian.destination(netns, sighting, packet))
                    .or(() -> swallowed(looked));
        }
        if (errno.equals(Errno.EXDEV)) {
            return new ReversePath(scene, netns, sighting, packet).testify();
        }
        if (errno.equals(Errno.EACCES)) {
            return refusedBy(RouteType.PROHIBIT, looked);
        }
        return errno.equals(Errno.EHOSTUNREACH) ? refusedBy(RouteType.UNREACHABLE, looked) : Optional.empty();
    }

    private Optional<Finding> passing(RouteEntry route) {
        Evidence seen = PathWitness.lastSeen(sighting);
        if (packet.ttl() <= 1) {
            List<String> round = scene.trail().visitedAgain();
            return Optional.of(Finding.proven(
                    round.isEmpty() ? new Cause.TtlExpired(netns.name()) : new Cause.Loop(netns.name(), round), seen));
        }
        Optional<Finding> tooBig =
                L3Device.out(netns, route).flatMap(out -> TooBigAt.silentRouter(scene, netns, out, packet, seen));
        return tooBig.or(() -> new Departure(scene, netns, packet.destination()).testify(route));
    }

    /** The kernel counts every such packet: a counter that stood still clears the suspect. */
    private Optional<Finding> counted(String counter, Cause cause, Evidence... evidence) {
        long grown = scene.watch().grown(netns.name(), counter);
        if (grown == 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(cause, PathWitness.lastSeen(sighting))
                .and(evidence)
                .and(new Evidence("snmp", netns.name() + " " + counter + " +" + grown)));
    }

    /** EINVAL has several reasons for a packet that came in, and only this one for a packet of one's own. */
    private Optional<Finding> blackhole(Evidence looked) {
        boolean refusesOwn = netns.routeTo(packet.destination()) instanceof RouteLookup.Refused own
                && own.errno().equals(Errno.EINVAL);
        return refusesOwn ? refusedBy(RouteType.BLACKHOLE, looked) : Optional.empty();
    }

    /** A policy rule may lead only packets like this one to a blackhole: it is, if nothing else refuses so. */
    private Optional<Finding> swallowed(Evidence looked) {
        boolean believed =
                packet.isIpv4() && !ReversePath.isOn(netns, device.name()) && Martian.isPlain(netns, packet.source());
        return believed || !packet.isIpv4()
                ? refusedBy(RouteType.BLACKHOLE, looked)
                        .map(finding -> believed ? finding.and(ReversePath.settings(netns, device.name())) : finding)
                : Optional.empty();
    }

    private Optional<Finding> refusedBy(RouteType type, Evidence looked) {
        return Optional.of(Finding.proven(
                new Cause.RouteRefused(netns.name(), type, packet.destination()),
                PathWitness.lastSeen(sighting),
                looked));
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
        return packet.isIpv4() ? "net.ipv4.conf." + device.name() + ".forwarding" : "net.ipv6.conf.all.forwarding";
    }
}
