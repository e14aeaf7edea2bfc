package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct ifinfomsg}, the head of RTM_NEWLINK, RTM_DELLINK and RTM_GETLINK.
 *
 * <p>{@code linux/rtnetlink.h}
 *
 * @param family AF_UNSPEC but for bridges' own dumps
 * @param type of the hardware, {@code ARPHRD_…}
 * @param index 0 where an IFLA_IFNAME names the device, or where the kernel shall choose
 * @param flags a set of {@link LinkFlag} bits
 * @param change which of the flags a request is about
 */
record IfInfoMsg(int family, int type, int index, int flags, int change) {

    /** A request about no flags. */
    static IfInfoMsg ofIndex(int index) {
        return new IfInfoMsg(Family.UNSPEC, 0, index, 0, 0);
    }

    static IfInfoMsg parse(PayloadReader in) {
        int family = in.u8();
        in.skip(1);
        return new IfInfoMsg(family, in.u16(), in.s32(), in.s32(), in.s32());
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family).u8(0).u16(type).s32(index).s32(flags).s32(change);
    }
}
