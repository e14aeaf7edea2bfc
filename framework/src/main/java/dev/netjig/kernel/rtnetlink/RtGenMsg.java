package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct rtgenmsg}, the head of RTM_NEWNSID and RTM_GETNSID.
 *
 * <p>{@code linux/rtnetlink.h}
 *
 * @param family AF_UNSPEC
 */
record RtGenMsg(int family) {

    /** {@code NETNSA_…}, {@code linux/net_namespace.h}. */
    static final int NETNSA_NSID = 1;

    static final int NETNSA_FD = 3;

    static RtGenMsg parse(PayloadReader in) {
        RtGenMsg message = new RtGenMsg(in.u8());
        in.skip(3);
        return message;
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family).u8(0).u16(0);
    }
}
