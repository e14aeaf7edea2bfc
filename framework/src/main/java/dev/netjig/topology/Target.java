package dev.netjig.topology;

/** What a firewall rule does with the packets that match: {@code iptables -j}. */
public enum Target {
    /** They pass this chain. */
    ACCEPT,
    /** They are dropped silently. */
    DROP,
    /** They are dropped and the sender is told, by {@link RejectWith#PORT_UNREACHABLE} unless the rule says else. */
    REJECT
}
