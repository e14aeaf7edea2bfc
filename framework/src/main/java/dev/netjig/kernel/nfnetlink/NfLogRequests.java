package dev.netjig.kernel.nfnetlink;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.NlMsgFlags;
import dev.netjig.kernel.netlink.PayloadWriter;

/** Messages to {@code nfnetlink_log}, {@code linux/netfilter/nfnetlink_log.h}. */
public final class NfLogRequests {

    /** NFNL_SUBSYS_ULOG (4) and NFULNL_MSG_CONFIG (1). */
    private static final int NFULNL_MSG_CONFIG = 4 << 8 | 1;

    private static final int NFULA_CFG_CMD = 1;
    private static final int NFULA_CFG_MODE = 2;
    private static final byte NFULNL_CFG_CMD_BIND = 1;
    private static final byte NFULNL_COPY_PACKET = 2;
    private static final int NFPROTO_UNSPEC = 0;

    /** Enough of a packet for its headers, and for those that an ICMP error quotes. */
    private static final byte COPY_RANGE = 127;

    private NfLogRequests() {}

    /** Sends what is logged to group 0, where rules and traces log that name no other, to the asking socket. */
    public static NetlinkMessage bindGroup0() {
        PayloadWriter out = new NfGenMsg(NFPROTO_UNSPEC, 0)
                .pack(new PayloadWriter())
                .attribute(NFULA_CFG_CMD, NFULNL_CFG_CMD_BIND)
                // struct nfulnl_msg_config_mode: copy_range, big-endian; copy_mode; padding
                .attribute(NFULA_CFG_MODE, (byte) 0, (byte) 0, (byte) 0, COPY_RANGE, NFULNL_COPY_PACKET, (byte) 0);
        return NetlinkMessage.request(NFULNL_MSG_CONFIG, NlMsgFlags.NLM_F_ACK, out, "bind nfnetlink_log to", "group 0");
    }
}
