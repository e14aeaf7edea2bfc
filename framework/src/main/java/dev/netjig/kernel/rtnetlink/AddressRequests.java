package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_CREATE;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_DUMP;
import static dev.netjig.kernel.netlink.NlMsgFlags.NLM_F_EXCL;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;

/** Messages that change the addresses of devices. */
public final class AddressRequests {

    private AddressRequests() {}

    /**
     * {@code ip address add 192.168.0.1/24 dev NAME nodad}.
     *
     * @param noDad for IPv6: usable at once, instead of after one or two seconds of duplicate address detection
     */
    public static NetlinkMessage add(int ifindex, Cidr address, boolean noDad) {
        int flags = noDad ? AddressFlag.NODAD.bit() : 0;
        PayloadWriter out = payload(ifindex, address, flags, scope(address));
        return NetlinkMessage.request(
                Rtm.NEWADDR, NLM_F_CREATE | NLM_F_EXCL, out, "add address", address + " dev #" + ifindex);
    }

    /** {@code ip address delete 192.168.0.1/24 dev NAME}. */
    public static NetlinkMessage delete(int ifindex, Cidr address) {
        PayloadWriter out = payload(ifindex, address, 0, Scope.UNIVERSE);
        return NetlinkMessage.request(Rtm.DELADDR, 0, out, "delete address", address + " dev #" + ifindex);
    }

    static NetlinkMessage dump() {
        PayloadWriter out = new IfAddrMsg(Family.UNSPEC, 0, 0, 0, 0).pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.GETADDR, NLM_F_DUMP, out, "list", "addresses");
    }

    private static PayloadWriter payload(int ifindex, Cidr address, int flags, Scope scope) {
        InetAddress local = address.address();
        return new IfAddrMsg(Family.of(local), address.prefixLength(), flags, scope.number(), ifindex)
                .pack(new PayloadWriter())
                .attributeAddress(IfAddrMsg.IFA_LOCAL, local)
                .attributeAddress(IfAddrMsg.IFA_ADDRESS, local);
    }

    /** As {@code ip} chooses it; the kernel works out that of an IPv6 address by itself. */
    private static Scope scope(Cidr address) {
        return !address.isIpv6() && address.address().isLoopbackAddress() ? Scope.HOST : Scope.UNIVERSE;
    }
}
