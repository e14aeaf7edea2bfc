package dev.netjig.assertions;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.kernel.nfnetlink.ConntrackTuple;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which tracked connections are meant, by how their opener's packets look before anything is rewritten; what is left out
 * may be anything. {@code conntrack -L -p tcp --orig-src 10.0.0.1 --orig-dst 10.0.0.2 --orig-port-dst 8080}.
 *
 * @param protocols numbers in the IP header; any if empty
 */
public record TrackedFlow(
        String name,
        Set<Integer> protocols,
        Optional<InetAddress> source,
        OptionalInt sourcePort,
        Optional<InetAddress> destination,
        OptionalInt destinationPort) {

    private static final int IPPROTO_ICMP = 1;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int IPPROTO_ICMPV6 = 58;

    public TrackedFlow {
        protocols = Set.copyOf(protocols);
    }

    /** Of any protocol. */
    public static TrackedFlow any() {
        return of("any protocol", Set.of());
    }

    /** Echo exchanges and the like, of ICMP and ICMPv6. */
    public static TrackedFlow icmp() {
        return of("icmp", Set.of(IPPROTO_ICMP, IPPROTO_ICMPV6));
    }

    public static TrackedFlow tcp() {
        return of("tcp", Set.of(IPPROTO_TCP));
    }

    public static TrackedFlow udp() {
        return of("udp", Set.of(IPPROTO_UDP));
    }

    private static TrackedFlow of(String name, Set<Integer> protocols) {
        return new TrackedFlow(
                name, protocols, Optional.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** Opened by {@code address}. */
    public TrackedFlow from(String address) {
        return new TrackedFlow(
                name, protocols, Optional.of(IpLiteral.parse(address)), sourcePort, destination, destinationPort);
    }

    /** Opened by {@code address} from {@code port}. */
    public TrackedFlow from(String address, int port) {
        return new TrackedFlow(
                name,
                protocols,
                Optional.of(IpLiteral.parse(address)),
                OptionalInt.of(port),
                destination,
                destinationPort);
    }

    /** Sent to {@code address}, wherever it was led afterwards. */
    public TrackedFlow to(String address) {
        return new TrackedFlow(
                name, protocols, source, sourcePort, Optional.of(IpLiteral.parse(address)), destinationPort);
    }

    /** Sent to {@code port} of {@code address}, wherever it was led afterwards. */
    public TrackedFlow to(String address, int port) {
        return new TrackedFlow(
                name, protocols, source, sourcePort, Optional.of(IpLiteral.parse(address)), OptionalInt.of(port));
    }

    boolean matches(ConntrackEntry entry) {
        ConntrackTuple original = entry.original();
        return (protocols.isEmpty() || protocols.contains(entry.protocol()))
                && source.map(original.source()::equals).orElse(true)
                && destination.map(original.destination()::equals).orElse(true)
                && (sourcePort.isEmpty() || sourcePort.equals(original.sourcePort()))
                && (destinationPort.isEmpty() || destinationPort.equals(original.destinationPort()));
    }

    /** {@code tcp from 10.0.0.1 to 10.0.0.2 port 8080}. */
    @Override
    public String toString() {
        return name + end(" from ", source, sourcePort) + end(" to ", destination, destinationPort);
    }

    private static String end(String word, Optional<InetAddress> address, OptionalInt port) {
        return address.map(ip -> word + IpLiteral.format(ip)).orElse("")
                + (port.isPresent() ? " port " + port.getAsInt() : "");
    }
}
