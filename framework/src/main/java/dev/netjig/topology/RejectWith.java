package dev.netjig.topology;

/**
 * What a {@link Target#REJECT} tells the sender: {@code iptables --reject-with}, {@code enum ipt_reject_with} in
 * linux/netfilter_ipv4/ipt_REJECT.h.
 */
public enum RejectWith {
    /** ICMP 3/0: ENETUNREACH, "Destination Net Unreachable". */
    NET_UNREACHABLE("icmp-net-unreachable", "icmp net-unreachable"),
    /** ICMP 3/1: EHOSTUNREACH, "Destination Host Unreachable". */
    HOST_UNREACHABLE("icmp-host-unreachable", "icmp host-unreachable"),
    /** ICMP 3/2: ENOPROTOOPT, "Destination Protocol Unreachable". */
    PROTO_UNREACHABLE("icmp-proto-unreachable", "icmp prot-unreachable"),
    /** ICMP 3/3, the default: ECONNREFUSED, "Destination Port Unreachable". */
    PORT_UNREACHABLE("icmp-port-unreachable", "icmp port-unreachable"),
    /** ICMP 3/9: ENETUNREACH, "Destination Net Prohibited". */
    NET_PROHIBITED("icmp-net-prohibited", "icmp net-prohibited"),
    /** ICMP 3/10: EHOSTUNREACH, "Destination Host Prohibited". */
    HOST_PROHIBITED("icmp-host-prohibited", "icmp host-prohibited"),
    /** ICMP 3/13: EHOSTUNREACH, "Packet filtered". */
    ADMIN_PROHIBITED("icmp-admin-prohibited", "icmp admin-prohibited"),
    /** A TCP segment with RST: ECONNREFUSED. Only for rules with protocol tcp. */
    TCP_RESET("tcp-reset", "tcp reset");

    private final String iptables;
    private final String nftables;

    RejectWith(String iptables, String nftables) {
        this.iptables = iptables;
        this.nftables = nftables;
    }

    /** The word after {@code iptables … --reject-with}: {@code icmp-port-unreachable}. */
    public String iptables() {
        return iptables;
    }

    /** The words after {@code nft … reject with}: {@code icmp port-unreachable}. */
    public String nftables() {
        return nftables;
    }
}
