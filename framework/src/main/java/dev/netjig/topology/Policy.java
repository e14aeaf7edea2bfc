package dev.netjig.topology;

/** What happens to a packet that no rule of the chain decided: {@code iptables -P}. */
public enum Policy {
    /** It passes; the kernel's own default. */
    ACCEPT,
    /** It is dropped silently; a local sender gets EPERM. */
    DROP
}
