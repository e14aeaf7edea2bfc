package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlAttrs;
import dev.netjig.kernel.netlink.PayloadReader;
import dev.netjig.kernel.netlink.PayloadWriter;
import java.util.OptionalInt;

/** Messages about the numbers by which one namespace refers to others, as in {@code link-netnsid 0}. */
public final class NsidRequests {

    private NsidRequests() {}

    /** Asks for the number of the namespace behind {@code netnsFd}; {@code ip netns list-id}. */
    public static NetlinkMessage get(int netnsFd) {
        PayloadWriter out =
                new RtGenMsg(Family.UNSPEC).pack(new PayloadWriter()).attributeS32(RtGenMsg.NETNSA_FD, netnsFd);
        return NetlinkMessage.request(Rtm.GETNSID, 0, out, "read nsid of", "descriptor " + netnsFd);
    }

    /** Gives the namespace behind {@code netnsFd} a number, which it must not have yet; {@code ip netns set red 7}. */
    public static NetlinkMessage set(int netnsFd, int nsid) {
        PayloadWriter out = new RtGenMsg(Family.UNSPEC)
                .pack(new PayloadWriter())
                .attributeS32(RtGenMsg.NETNSA_FD, netnsFd)
                .attributeS32(RtGenMsg.NETNSA_NSID, nsid);
        return NetlinkMessage.request(Rtm.NEWNSID, 0, out, "set nsid of", "descriptor " + netnsFd + " to " + nsid);
    }

    /** The number in the kernel's answer; empty if the namespace has none (-1). */
    static OptionalInt parse(NetlinkMessage message) {
        PayloadReader in = message.reader();
        RtGenMsg.parse(in);
        OptionalInt nsid = NlAttrs.parse(in).s32(RtGenMsg.NETNSA_NSID);
        return nsid.isPresent() && nsid.getAsInt() >= 0 ? nsid : OptionalInt.empty();
    }
}
