package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttr;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A route as the kernel described it at one moment: one entry of {@code ip route show table all}, or what a look-up
 * found, whose {@code dst} is then the single host that was asked for.
 *
 * @param type what it does with a packet
 * @param dst the destinations
 * @param via the gateway; empty if the destinations are neighbours, and if there are several next hops
 * @param oif the index of the device
 * @param prefsrc the source that packets of this host get; of a look-up: that they would get
 * @param table the number of its table, 254 for main
 * @param scope how far the destinations are
 * @param protocol who made it
 * @param metric of two routes to the same destinations the smaller wins; empty means 0
 * @param hoplimit the initial ttl of packets sent along it
 * @param mtu the largest packet in bytes that it takes: set by hand, or learnt from an ICMP error and then only in the
 *     answer to a look-up; empty means that of its device
 * @param flags its state
 * @param nextHops its ways, if it has several
 */
public record RouteEntry(
        Type type,
        Cidr dst,
        Optional<InetAddress> via,
        OptionalInt oif,
        Optional<InetAddress> prefsrc,
        int table,
        Scope scope,
        RouteProtocol protocol,
        OptionalInt metric,
        OptionalInt hoplimit,
        OptionalInt mtu,
        Set<RouteFlag> flags,
        List<NextHop> nextHops) {

    /** The table that holds whatever names no other; {@code ip route show}. */
    public static final int MAIN_TABLE = RtMsg.RT_TABLE_MAIN;

    /** The kernel's own table of local and broadcast addresses; {@code ip route show table local}. */
    public static final int LOCAL_TABLE = RtMsg.RT_TABLE_LOCAL;

    /** {@code RTN_…}, what a route does with a packet, in the kernel's order. */
    public enum Type {
        UNSPEC,
        /** Sends it on. */
        UNICAST,
        /** Takes it in: the address is one of this host. */
        LOCAL,
        BROADCAST,
        ANYCAST,
        MULTICAST,
        /** Drops it silently. */
        BLACKHOLE,
        /** Answers "Destination Host Unreachable". */
        UNREACHABLE,
        /** Answers "Packet filtered". */
        PROHIBIT,
        /** Goes on with the next rule. */
        THROW,
        NAT,
        XRESOLVE;

        static Type of(int number) {
            return number < values().length ? values()[number] : UNSPEC;
        }
    }

    public RouteEntry {
        nextHops = List.copyOf(nextHops);
    }

    /** The entry; empty if the message is about something else than IPv4 or IPv6 unicast routing. */
    static Optional<RouteEntry> parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        RtMsg head = RtMsg.parse(in);
        if (!Family.isInternet(head.family())) {
            return Optional.empty();
        }
        NlAttrs attributes = NlAttrs.parse(in);
        InetAddress dst = attributes.find(Rta.DST).map(NlAttr::address).orElseGet(() -> Family.any(head.family()));
        return Optional.of(new RouteEntry(
                Type.of(head.type()),
                Prefix.of(dst, head.dstLength(), in),
                Gateway.find(attributes),
                attributes.s32(Rta.OIF),
                attributes.find(Rta.PREFSRC).map(NlAttr::address),
                attributes.s32(Rta.TABLE).orElse(head.table()),
                new Scope(head.scope()),
                new RouteProtocol(head.protocol()),
                attributes.s32(Rta.PRIORITY),
                attributes.nested(Rta.METRICS).s32(Rta.RTAX_HOPLIMIT),
                attributes.nested(Rta.METRICS).s32(Rta.RTAX_MTU),
                Bits.toSet(RouteFlag.class, RouteFlag::bit, head.flags()),
                attributes.find(Rta.MULTIPATH).map(RouteEntry::nextHops).orElse(List.of())));
    }

    private static List<NextHop> nextHops(NlAttr multipath) {
        return RtNextHop.parseAll(multipath.reader()).stream().map(NextHop::of).toList();
    }

    /** As {@code ip route} prints it, devices by the names that {@code devName} gives to their indexes. */
    public String toString(IntFunction<String> devName) {
        return new RouteText(devName).of(this);
    }

    /** As {@code ip route} prints it, devices by their index: {@code default via 192.168.0.1 dev #2}. */
    @Override
    public String toString() {
        return toString(index -> "#" + index);
    }
}
