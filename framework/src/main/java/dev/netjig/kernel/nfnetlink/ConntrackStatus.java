package dev.netjig.kernel.nfnetlink;

/**
 * {@code IPS_…}, what has happened to a connection; {@code enum ip_conntrack_status},
 * {@code linux/netfilter/nf_conntrack_common.h}. Bits that netjig does not know are left out.
 */
public enum ConntrackStatus {
    /** Another connection announced it, as FTP announces its data connection. */
    EXPECTED(0),
    /** Packets were seen in both directions. */
    SEEN_REPLY(1),
    /** Stays when the table is full: for TCP after the handshake, for UDP after some packets both ways. */
    ASSURED(2),
    /** Its first packet left this host or was delivered in it. */
    CONFIRMED(3),
    /** Its source address or port is rewritten. */
    SRC_NAT(4),
    /** Its destination address or port is rewritten. */
    DST_NAT(5),
    /** Its TCP sequence numbers are rewritten. */
    SEQ_ADJUST(6),
    /** The kernel has decided whether to rewrite its source. */
    SRC_NAT_DONE(7),
    /** The kernel has decided whether to rewrite its destination. */
    DST_NAT_DONE(8),
    DYING(9),
    FIXED_TIMEOUT(10),
    TEMPLATE(11),
    NAT_CLASH(12),
    HELPER(13),
    /** A flow table forwards its packets: no chain sees them. */
    OFFLOAD(14),
    HW_OFFLOAD(15);

    private final int bit;

    ConntrackStatus(int bit) {
        this.bit = bit;
    }

    boolean isIn(long bits) {
        return (bits >> bit & 1) == 1;
    }
}
