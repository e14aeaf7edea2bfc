package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.kernel.rtnetlink.RouteQuery;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.util.Optional;
import java.util.Set;

/**
 * The reverse-path filter. Three things together convict it: routing refuses a packet with these addresses from this
 * device (EINVAL; in older kernels, 6.12 among them, EXDEV), the filter is on there, and the counter of what it drops
 * grew. The counter alone may have counted somebody else's packet; the refusal alone may be due to a blackhole route or
 * a source that is the namespace's own.
 */
final class ReversePath {

    private static final Set<Errno> REFUSALS = Set.of(Errno.EINVAL, Errno.EXDEV);

    private final Scene scene;
    private final NetworkNamespace netns;
    private final Sighting sighting;
    private final Packet.Ip packet;

    ReversePath(Scene scene, NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        this.scene = scene;
        this.netns = netns;
        this.sighting = sighting;
        this.packet = packet;
    }

    Optional<Finding> testify() {
        LinkState device = L3Device.link(netns, sighting.dev());
        RouteQuery query =
                RouteQuery.to(packet.destination()).from(packet.source()).iif(device.index());
        Optional<Errno> refusal = refusal(netns.routeTo(query));
        long dropped = scene.watch().grown(netns.name(), "TcpExtIPReversePathFilter");
        if (refusal.isEmpty() || dropped == 0 || !isOn(netns, device.name()) || Scene.owns(netns, packet.source())) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(
                new Cause.ReversePathFilter(netns.name(), device.name(), packet.source()),
                PathWitness.lastSeen(sighting),
                new Evidence(
                        query(netns, packet, device), "answers " + refusal.get().message()),
                new Evidence("netstat", netns.name() + " TcpExtIPReversePathFilter +" + dropped),
                settings(netns, device.name())));
    }

    /** What routing says of a packet whose source the filter does not expect. EXDEV is said of nothing else. */
    static Optional<Errno> refusal(RouteLookup lookup) {
        return lookup instanceof RouteLookup.Refused refused && REFUSALS.contains(refused.errno())
                ? Optional.of(refused.errno())
                : Optional.empty();
    }

    /** Whether {@code dev} has a filter: the greater of its own setting and that of all devices counts. */
    static boolean isOn(NetworkNamespace netns, String dev) {
        return !value(netns, dev).equals("0") || !value(netns, "all").equals("0");
    }

    static Evidence settings(NetworkNamespace netns, String dev) {
        return new Evidence(
                "sysctl", key(dev) + "=" + value(netns, dev) + ", " + key("all") + "=" + value(netns, "all"));
    }

    private static String value(NetworkNamespace netns, String dev) {
        return netns.sysctlIfPresent(key(dev)).orElse("0");
    }

    private static String key(String dev) {
        return "net.ipv4.conf." + dev + ".rp_filter";
    }

    /** {@code ip -n node route get 8.8.8.8 from 192.168.0.2 iif br0}. */
    static String query(NetworkNamespace netns, Packet.Ip packet, LinkState device) {
        return "ip -n " + netns.name() + " route get " + IpLiteral.format(packet.destination()) + " from "
                + IpLiteral.format(packet.source()) + " iif " + device.name();
    }
}
