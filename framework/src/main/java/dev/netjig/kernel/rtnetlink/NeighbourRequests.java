package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_CREATE;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_DUMP;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_EXCL;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import java.net.InetAddress;

/** Messages that change the neighbour table. */
public final class NeighbourRequests {

    private NeighbourRequests() {}

    /** A permanent neighbour; {@code ip neighbour add 192.168.0.3 lladdr MAC dev NAME}. */
    public static NetlinkMessage add(int ifindex, InetAddress address, MacAddress mac) {
        PayloadWriter out = payload(ifindex, address).attribute(NdMsg.NDA_LLADDR, mac.bytes());
        return NetlinkMessage.request(
                Rtm.NEWNEIGH, NLM_F_CREATE | NLM_F_EXCL, out, "add neighbour", text(ifindex, address));
    }

    /** {@code ip neighbour delete 192.168.0.3 dev NAME}. */
    public static NetlinkMessage delete(int ifindex, InetAddress address) {
        return NetlinkMessage.request(
                Rtm.DELNEIGH, 0, payload(ifindex, address), "delete neighbour", text(ifindex, address));
    }

    static NetlinkMessage dump() {
        PayloadWriter out = new NdMsg(Family.UNSPEC, 0, 0, 0, 0).pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.GETNEIGH, NLM_F_DUMP, out, "list", "neighbours");
    }

    private static PayloadWriter payload(int ifindex, InetAddress address) {
        return new NdMsg(Family.of(address), ifindex, NudState.PERMANENT.bit(), 0, 0)
                .pack(new PayloadWriter())
                .attributeAddress(NdMsg.NDA_DST, address);
    }

    private static String text(int ifindex, InetAddress address) {
        return IpLiteral.format(address) + " dev #" + ifindex;
    }
}
