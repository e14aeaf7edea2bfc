package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct ifaddrmsg}, the head of RTM_NEWADDR, RTM_DELADDR and RTM_GETADDR.
 *
 * <p>{@code linux/if_addr.h}
 *
 * @param family AF_INET, AF_INET6, or AF_UNSPEC to dump both
 * @param prefixLength in bits
 * @param flags the lower eight bits of {@link AddressFlag}; IFA_FLAGS has them all
 * @param scope see {@link Scope}
 * @param index of the device
 */
record IfAddrMsg(int family, int prefixLength, int flags, int scope, int index) {

    /** {@code IFA_…}, {@code linux/if_addr.h}. */
    static final int IFA_ADDRESS = 1;

    static final int IFA_LOCAL = 2;
    static final int IFA_LABEL = 3;
    static final int IFA_FLAGS = 8;

    static IfAddrMsg parse(PayloadReader in) {
        return new IfAddrMsg(in.u8(), in.u8(), in.u8(), in.u8(), in.s32());
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family).u8(prefixLength).u8(flags).u8(scope).s32(index);
    }
}
