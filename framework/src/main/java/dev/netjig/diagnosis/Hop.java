package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stage of a packet's way.
 *
 * @param seen where, with which addresses and ttl
 * @param rewritten what NAT has changed since the stage before: {@code source 192.168.0.2 → 10.0.0.2}
 */
public record Hop(Sighting seen, Optional<String> rewritten) {

    /** The stages of a path on which a request, the answer and errors follow each other. */
    static List<Hop> of(List<Sighting> path) {
        List<Hop> hops = new ArrayList<>();
        for (Sighting seen : path) {
            Optional<String> rewritten = hops.isEmpty()
                    ? Optional.empty()
                    : rewritten(hops.get(hops.size() - 1).seen().packet(), seen.packet());
            hops.add(new Hop(seen, rewritten));
        }
        return List.copyOf(hops);
    }

    private static Optional<String> rewritten(Packet earlier, Packet later) {
        if (!(earlier instanceof Packet.Ip before) || !(later instanceof Packet.Ip after) || !isSame(before, after)) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        change("source", end(before, true), end(after, true)).ifPresent(changes::add);
        change("destination", end(before, false), end(after, false)).ifPresent(changes::add);
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
    }

    /** A request is not rewritten into its answer: both have their own kind of ICMP or TCP header, or direction. */
    private static boolean isSame(Packet.Ip before, Packet.Ip after) {
        boolean turned = before.ports().isPresent()
                && after.ports().isPresent()
                && before.ports().get().source() == after.ports().get().destination();
        return before.protocol() == after.protocol()
                && before.icmp().map(Packet.Icmp::type).equals(after.icmp().map(Packet.Icmp::type))
                && before.tcp().equals(after.tcp())
                && !turned;
    }

    private static Optional<String> change(String what, String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(what + " " + before + " → " + after);
    }

    private static String end(Packet.Ip packet, boolean source) {
        InetAddress address = source ? packet.source() : packet.destination();
        return IpLiteral.format(address)
                + packet.ports()
                        .map(ports -> " port " + (source ? ports.source() : ports.destination()))
                        .orElse("");
    }

    /** {@code tx node/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63 (source 192.168.0.2 → 10.0.0.2)}. */
    @Override
    public String toString() {
        return seen + rewritten.map(change -> " (" + change + ")").orElse("");
    }
}
