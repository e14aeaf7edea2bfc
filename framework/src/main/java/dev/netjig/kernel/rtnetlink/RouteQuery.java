package dev.netjig.kernel.rtnetlink;

import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A packet whose way is asked for; {@code ip route get 192.168.0.3 from 10.0.0.5 iif br0 mark 7}.
 *
 * @param dst its destination
 * @param from its source; the kernel's choice if empty
 * @param iif the index of the device that it came in by; if empty, this host sends it
 * @param oif the index of the device that its sender insists on
 * @param mark its firewall mark
 * @param fibMatch whether the answer is the route that matched (its prefix, {@code ip route get fibmatch}) instead of
 *     what follows from it for this packet
 */
public record RouteQuery(
        InetAddress dst,
        Optional<InetAddress> from,
        OptionalInt iif,
        OptionalInt oif,
        OptionalInt mark,
        boolean fibMatch) {

    /** A packet that this host sends, from whatever source the kernel chooses. */
    public static RouteQuery to(InetAddress dst) {
        return new RouteQuery(
                dst, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false);
    }

    public RouteQuery from(InetAddress source) {
        return new RouteQuery(dst, Optional.of(source), iif, oif, mark, fibMatch);
    }

    public RouteQuery iif(int index) {
        return new RouteQuery(dst, from, OptionalInt.of(index), oif, mark, fibMatch);
    }

    public RouteQuery oif(int index) {
        return new RouteQuery(dst, from, iif, OptionalInt.of(index), mark, fibMatch);
    }

    public RouteQuery mark(int value) {
        return new RouteQuery(dst, from, iif, oif, OptionalInt.of(value), fibMatch);
    }

    public RouteQuery matchingRoute() {
        return new RouteQuery(dst, from, iif, oif, mark, true);
    }

    /** The words after {@code ip route get}, devices by their index. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(fibMatch ? "fibmatch " : "").append(IpLiteral.format(dst));
        from.ifPresent(source -> text.append(" from ").append(IpLiteral.format(source)));
        iif.ifPresent(index -> text.append(" iif #").append(index));
        oif.ifPresent(index -> text.append(" oif #").append(index));
        mark.ifPresent(value -> text.append(" mark ").append(value));
        return text.toString();
    }
}
