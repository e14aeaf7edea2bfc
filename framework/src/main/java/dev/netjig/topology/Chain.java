package dev.netjig.topology;

/**
 * A place on a packet's way through a namespace: {@code enum nf_inet_hooks}, linux/netfilter.h, by its iptables name.
 *
 * <p>INPUT, FORWARD and OUTPUT are the chains of iptables' table filter. The filter table has no PREROUTING and
 * POSTROUTING: netjig takes those of the tables raw and mangle, and the same priorities in nftables.
 */
public enum Chain {
    /** Everything that comes in, before routing: {@code NF_INET_PRE_ROUTING}. */
    PREROUTING,
    /** What is for the namespace itself: {@code NF_INET_LOCAL_IN}. */
    INPUT,
    /** What passes through, routed, or bridged with bridge-nf-call-iptables=1: {@code NF_INET_FORWARD}. */
    FORWARD,
    /** What the namespace itself sends: {@code NF_INET_LOCAL_OUT}. */
    OUTPUT,
    /** Everything that goes out, after routing: {@code NF_INET_POST_ROUTING}. */
    POSTROUTING;

    /** The iptables table whose chain this is: {@code filter}, {@code raw} or {@code mangle}. */
    public String table() {
        return switch (this) {
            case PREROUTING -> "raw";
            case INPUT, FORWARD, OUTPUT -> "filter";
            case POSTROUTING -> "mangle";
        };
    }
}
