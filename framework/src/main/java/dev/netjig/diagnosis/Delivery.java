package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Protocol;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a request was handed to what should answer it, as the counters of that protocol tell.
 *
 * @param grown the counters that grew, and by how much
 */
record Delivery(Scene scene, NetworkNamespace netns, Packet.Ip packet, Map<String, Long> grown) {

    private static final Map<Protocol, List<String>> COUNTERS = Map.of(
            Protocol.ICMP, List.of("IcmpInEchos", "IcmpOutEchoReps"),
            Protocol.TCP, List.of("TcpInSegs"),
            Protocol.UDP, List.of("UdpInDatagrams", "UdpNoPorts"));

    private static final Map<Protocol, List<String>> COUNTERS_V6 = Map.of(
            Protocol.ICMP, List.of("Icmp6InEchos", "Icmp6OutEchoReplies"),
            Protocol.TCP, List.of("TcpInSegs"),
            Protocol.UDP, List.of("Udp6InDatagrams", "Udp6NoPorts"));

    Delivery {
        grown = Map.copyOf(grown);
    }

    static Delivery of(Scene scene, NetworkNamespace netns, Packet.Ip packet) {
        Protocol protocol = scene.result().to().protocol();
        return new Delivery(scene, netns, packet, scene.watch().grown(netns.name(), counters(packet, protocol)));
    }

    private static List<String> counters(Packet.Ip packet, Protocol protocol) {
        return (packet.isIpv4() ? COUNTERS : COUNTERS_V6).getOrDefault(protocol, List.of());
    }

    /** The kernel counts a datagram when a program reads it; until then it waits at the socket. */
    boolean isHeard() {
        return grown.values().stream().anyMatch(count -> count > 0) || isUnread();
    }

    private boolean isUnread() {
        return scene.result().to().protocol() == Protocol.UDP && listeners().unread() > 0;
    }

    private Listeners listeners() {
        int port = packet.ports().map(Packet.Ports::destination).orElse(0);
        return Listeners.of(netns, scene.result().to().protocol(), port);
    }

    Evidence evidence() {
        List<String> counters = counters(packet, scene.result().to().protocol());
        return new Evidence(
                "snmp",
                netns.name() + " "
                        + counters.stream()
                                .map(counter -> counter + " +" + grown.get(counter))
                                .collect(Collectors.joining(", ")));
    }

    /** The sysctl that has the receiver ignore it. */
    Optional<Finding> ignoredBy(Evidence seen) {
        String key = packet.isIpv4() ? "net.ipv4.icmp_echo_ignore_all" : "net.ipv6.icmp.echo_ignore_all";
        return scene.result().to().protocol() == Protocol.ICMP
                        && netns.sysctlIfPresent(key).equals(Optional.of("1"))
                ? Optional.of(Finding.proven(
                        new Cause.EchoIgnored(netns.name(), key), seen, evidence(), new Evidence("sysctl", key + "=1")))
                : Optional.empty();
    }

    /** A datagram that a program was given, and all the time passed. */
    Optional<Finding> unanswered(Evidence seen) {
        Protocol protocol = scene.result().to().protocol();
        int port = packet.ports().map(Packet.Ports::destination).orElse(0);
        boolean taken = protocol == Protocol.UDP
                && scene.over()
                && grown.getOrDefault("UdpNoPorts", 0L) + grown.getOrDefault("Udp6NoPorts", 0L) == 0;
        return taken
                ? Optional.of(Finding.proven(
                        new Cause.Unanswered(netns.name(), protocol, port),
                        seen,
                        evidence(),
                        new Evidence("ss -nu", listeners().text())))
                : Optional.empty();
    }
}
