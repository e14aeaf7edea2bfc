package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct ndmsg}, the head of RTM_NEWNEIGH, RTM_DELNEIGH and RTM_GETNEIGH.
 *
 * <p>{@code linux/neighbour.h}
 *
 * @param family AF_INET, AF_INET6, or AF_UNSPEC to dump both
 * @param index of the device
 * @param state a set of {@link NudState} bits
 * @param flags {@code NTF_…}
 * @param type a {@code RTN_…} of the route to it
 */
record NdMsg(int family, int index, int state, int flags, int type) {

    /** {@code NDA_…}, {@code linux/neighbour.h}. */
    static final int NDA_DST = 1;

    static final int NDA_LLADDR = 2;

    static NdMsg parse(PayloadReader in) {
        int family = in.u8();
        in.skip(3);
        return new NdMsg(family, in.s32(), in.u16(), in.u8(), in.u8());
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family).u8(0).u16(0).s32(index).u16(state).u8(flags).u8(type);
    }
}
