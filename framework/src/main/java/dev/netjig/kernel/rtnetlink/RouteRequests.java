package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_CREATE;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_DUMP;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_EXCL;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.OptionalInt;

/** Messages that change routes, and the question where the kernel would send a packet. */
public final class RouteRequests {

    /** The largest table number that {@code struct rtmsg} holds. */
    private static final int MAX_SHORT_TABLE = 255;

    private RouteRequests() {}

    /**
     * {@code ip route add default via 192.168.0.1}.
     *
     * @param oif the index of the route's device; empty if the route names none
     */
    public static NetlinkMessage add(RouteSpec route, OptionalInt oif) {
        PayloadWriter out = payload(route, oif, RouteProtocol.BOOT, type(route.type()), scope(route));
        return NetlinkMessage.request(Rtm.NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, out, "add route", route.arguments());
    }

    /** {@code ip route delete default via 192.168.0.1}: the first route that has all that {@code route} says. */
    public static NetlinkMessage delete(RouteSpec route, OptionalInt oif) {
        int type = route.type() == RouteType.UNICAST ? RtMsg.RTN_UNSPEC : type(route.type());
        PayloadWriter out = payload(route, oif, RouteProtocol.UNSPEC, type, Scope.NOWHERE);
        return NetlinkMessage.request(Rtm.DELROUTE, 0, out, "delete route", route.arguments());
    }

    /** {@code ip route get 192.168.0.3 from 10.0.0.5 iif br0}. */
    static NetlinkMessage get(RouteQuery query) {
        InetAddress dst = query.dst();
        // IPv6 always answers with the table, and has no flag to ask for it.
        int lookupTable = Family.of(dst) == Family.INET ? RtMsg.RTM_F_LOOKUP_TABLE : 0;
        int flags = lookupTable | (query.fibMatch() ? RtMsg.RTM_F_FIB_MATCH : 0);
        int dstBits = Family.bits(dst);
        int srcBits = query.from().map(Family::bits).orElse(0);
        PayloadWriter out = new RtMsg(Family.of(dst), dstBits, srcBits, 0, 0, 0, 0, 0, flags)
                .pack(new PayloadWriter())
                .attributeAddress(Rta.DST, dst);
        query.from().ifPresent(source -> out.attributeAddress(Rta.SRC, source));
        query.iif().ifPresent(index -> out.attributeS32(Rta.IIF, index));
        query.oif().ifPresent(index -> out.attributeS32(Rta.OIF, index));
        query.mark().ifPresent(value -> out.attributeS32(Rta.MARK, value));
        return NetlinkMessage.request(Rtm.GETROUTE, 0, out, "look up route to", query.toString());
    }

    static NetlinkMessage dump() {
        PayloadWriter out = new RtMsg(Family.UNSPEC, 0, 0, 0, 0, 0, 0, 0, 0).pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.GETROUTE, NLM_F_DUMP, out, "list", "routes");
    }

    private static PayloadWriter payload(
            RouteSpec route, OptionalInt oif, RouteProtocol protocol, int type, Scope scope) {
        InetAddress dst = route.dst().address();
        int dstBits = route.dst().prefixLength();
        int table = route.table().orElse(RtMsg.RT_TABLE_MAIN);
        boolean isShort = table <= MAX_SHORT_TABLE;
        PayloadWriter out = new RtMsg(
                        Family.of(dst),
                        dstBits,
                        0,
                        0,
                        isShort ? table : RtMsg.RT_TABLE_UNSPEC,
                        protocol.number(),
                        scope.number(),
                        type,
                        0)
                .pack(new PayloadWriter());
        if (dstBits > 0 || route.dst().isIpv6()) {
            out.attributeAddress(Rta.DST, dst);
        }
        route.via().ifPresent(gateway -> gateway(out, Family.of(dst), gateway));
        route.src().ifPresent(source -> out.attributeAddress(Rta.PREFSRC, source));
        route.metric().ifPresent(number -> out.attributeS32(Rta.PRIORITY, number));
        if (!isShort) {
            out.attributeS32(Rta.TABLE, table);
        }
        oif.ifPresent(index -> out.attributeS32(Rta.OIF, index));
        route.hoplimit()
                .ifPresent(hops -> out.nested(Rta.METRICS, metrics -> metrics.attributeS32(Rta.RTAX_HOPLIMIT, hops)));
        return out;
    }

    private static void gateway(PayloadWriter out, int family, InetAddress gateway) {
        if (Family.of(gateway) == family) {
            out.attributeAddress(Rta.GATEWAY, gateway);
        } else {
            out.nested(Rta.VIA, via -> via.u16(Family.of(gateway)).bytes(gateway.getAddress()));
        }
    }

    /** As {@code ip} chooses it: destinations without a gateway are neighbours. IPv6 knows no scopes of routes. */
    private static Scope scope(RouteSpec route) {
        boolean neighbours = route.type() == RouteType.UNICAST
                && route.via().isEmpty()
                && !route.dst().isIpv6();
        return neighbours ? Scope.LINK : Scope.UNIVERSE;
    }

    private static int type(RouteType type) {
        return switch (type) {
            case UNICAST -> RtMsg.RTN_UNICAST;
            case BLACKHOLE -> RtMsg.RTN_BLACKHOLE;
            case UNREACHABLE -> RtMsg.RTN_UNREACHABLE;
            case PROHIBIT -> RtMsg.RTN_PROHIBIT;
        };
    }
}
