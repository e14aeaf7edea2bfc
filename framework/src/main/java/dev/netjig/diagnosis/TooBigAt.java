package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;

/** Finds the device that a packet was too large for. */
final class TooBigAt {

    /** What a bridge or veth grants a frame beyond its mtu: a VLAN tag; {@code __is_skb_forwardable()}. */
    private static final int VLAN_HLEN = 4;

    private TooBigAt() {}

    /** The sender's own kernel refused to send: EMSGSIZE. */
    static Optional<Finding> sender(Scene scene, Evidence refused) {
        int told =
                scene.result().errors().stream().mapToInt(IcmpError::mtu).max().orElse(0);
        return routed(scene.sender(), scene.destination(), told).map(finding -> finding.and(refused));
    }

    /** A router said so. */
    static Optional<Finding> router(Scene scene, NetworkNamespace router, IcmpError error) {
        return routed(router, scene.destination(), error.mtu())
                .map(finding -> finding.and(new Evidence("icmp", "the sender received: " + error)));
    }

    private static Optional<Finding> routed(NetworkNamespace netns, InetAddress destination, int told) {
        return netns.routeTo(destination) instanceof RouteLookup.Found found
                ? L3Device.out(netns, found.route())
                        .map(out -> Finding.proven(
                                new Cause.TooBig(netns.name(), out.name(), told > 0 ? told : out.mtu()),
                                new Evidence(
                                        "ip -n " + netns.name() + " route get " + IpLiteral.format(destination),
                                        "goes by dev " + out.name() + ", whose mtu is " + out.mtu())))
                : Optional.empty();
    }

    /** A router counted it and its ICMP error was not heard of. */
    static Optional<Finding> silentRouter(
            Scene scene, NetworkNamespace router, LinkState out, Packet.Ip packet, Evidence seen) {
        String counter = packet.isIpv4() ? "IpFragFails" : "Ip6InTooBigErrors";
        long refused = scene.watch().grown(router.name(), counter);
        if (packet.length() <= out.mtu() || refused == 0) {
            return Optional.empty();
        }
        return Optional.of(Finding.proven(
                new Cause.TooBig(router.name(), out.name(), out.mtu()),
                seen,
                size(packet, router, out),
                new Evidence("snmp", router.name() + " " + counter + " +" + refused)));
    }

    /** {@code next}, a bridge port or the other end of a veth, drops what is larger without a word. */
    static Optional<Finding> silentDevice(NetworkNamespace netns, LinkState next, Packet.Ip packet, Evidence seen) {
        return packet.length() > next.mtu() + VLAN_HLEN
                ? Optional.of(Finding.proven(
                        new Cause.TooBig(netns.name(), next.name(), next.mtu()), seen, size(packet, netns, next)))
                : Optional.empty();
    }

    private static Evidence size(Packet.Ip packet, NetworkNamespace netns, LinkState link) {
        return new Evidence(
                "ip -n " + netns.name() + " link show dev " + link.name(),
                "mtu " + link.mtu() + ", and the packet has " + packet.length() + " bytes");
    }
}
