package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;

/**
 * {@code struct nfgenmsg}, the head of every nfnetlink message. Its last field, a resource id, is 0 in all that netjig sends.
 *
 * <p>{@code linux/netfilter/nfnetlink.h}
 *
 * @param family {@code NFPROTO_…} of the table
 * @param version NFNETLINK_V0
 */
record NfGenMsg(int family, int version) {

    static NfGenMsg parse(PayloadReader in) {
        NfGenMsg message = new NfGenMsg(in.u8(), in.u8());
        in.skip(2);
        return message;
    }

    PayloadWriter pack(PayloadWriter out) {
        return out.u8(family).u8(version).u16(0);
    }
}
