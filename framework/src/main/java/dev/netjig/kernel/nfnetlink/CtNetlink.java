package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.netlink.MalformedMessageException;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlMsgFlags;
import dev.netjig.kernel.netlink.PayloadWriter;
import java.util.List;

/**
 * The connection tracking table of one network namespace, {@code linux/netfilter/nfnetlink_conntrack.h}; the connection
 * is of a socket of {@code NETLINK_NETFILTER}.
 *
 * <p>The kernel tracks connections of a namespace only once a rule there needs it: one with {@code ct}, or a chain of
 * type nat.
 *
 * <p>Its methods throw {@link KernelException} if the kernel refuses (EINVAL: it has no nf_conntrack_netlink), and
 * {@link MalformedMessageException} if its answer makes no sense.
 */
public final class CtNetlink {

    /** NFNL_SUBSYS_CTNETLINK (1) and IPCTNL_MSG_CT_GET (1). */
    private static final int IPCTNL_MSG_CT_GET = 1 << 8 | 1;

    /** NFNL_SUBSYS_CTNETLINK (1) and IPCTNL_MSG_CT_DELETE (2). */
    private static final int IPCTNL_MSG_CT_DELETE = 1 << 8 | 2;

    /** IPv4 and IPv6. */
    private static final int NFPROTO_UNSPEC = 0;

    private final NetlinkConnection connection;

    public CtNetlink(NetlinkConnection connection) {
        this.connection = connection;
    }

    /** All connections of IPv4 and IPv6; {@code conntrack -L} and {@code conntrack -L -f ipv6}. */
    public List<ConntrackEntry> entries() {
        NetlinkMessage dump = NetlinkMessage.request(
                IPCTNL_MSG_CT_GET, NlMsgFlags.NLM_F_DUMP, header(), "list", "tracked connections");
        return connection.request(dump).stream()
                .flatMap(message -> ConntrackEntry.parse(message).stream())
                .toList();
    }

    /** Forgets all connections of IPv4 and IPv6; {@code conntrack -F}. */
    public void flush() {
        connection.execute(
                List.of(NetlinkMessage.request(IPCTNL_MSG_CT_DELETE, 0, header(), "flush", "tracked connections")));
    }

    private static PayloadWriter header() {
        return new NfGenMsg(NFPROTO_UNSPEC, 0).pack(new PayloadWriter());
    }
}
