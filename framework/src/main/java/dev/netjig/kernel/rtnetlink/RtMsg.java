package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct rtmsg}, the head of RTM_NEWROUTE, RTM_DELROUTE and RTM_GETROUTE.
 *
 * <p>{@code linux/rtnetlink.h}
 *
 * @param family AF_INET, AF_INET6, or AF_UNSPEC to dump all
 * @param dstLength bits of the destination's prefix
 * @param srcLength bits of the source's prefix
 * @param tos the IPv4 type of service it applies to
 * @param table 0 if the number is over 255: RTA_TABLE has it
 * @param protocol who made it, see {@link RouteProtocol}
 * @param scope see {@link Scope}
 * @param type see {@link RouteEntry.Type}
 * @param flags {@code RTM_F_…} and {@code RTNH_F_…}
 */
record RtMsg(
        int family, int dstLength, int srcLength, int tos, int table, int protocol, int scope, int type, int flags) {

    static final int RT_TABLE_UNSPEC = 0;
    static final int RT_TABLE_MAIN = 254;
    static final int RT_TABLE_LOCAL = 255;

    // The types that requests use; RouteEntry.Type has them all.
    static final int RTN_UNSPEC = 0;
    static final int RTN_UNICAST = 1;
    static final int RTN_BLACKHOLE = 6;
    static final int RTN_UNREACHABLE = 7;
    static final int RTN_PROHIBIT = 8;

    /** The answer names the table that the look-up ended in. */
    static final int RTM_F_LOOKUP_TABLE = 0x1000;

    /** The answer is the route itself, not what follows from it for this destination. */
    static final int RTM_F_FIB_MATCH = 0x2000;

    static RtMsg parse(PayloadReader in) {
        return new RtMsg(in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.u8(), in.s32());
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family)
                .u8(dstLength)
                .u8(srcLength)
                .u8(tos)
                .u8(table)
                .u8(protocol)
                .u8(scope)
                .u8(type)
                .s32(flags);
    }
}
