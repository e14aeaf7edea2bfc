package dev.netjig.topology;

import java.util.Locale;

/** What a route does with a packet: {@code rtm_type}, linux/rtnetlink.h. */
public enum RouteType {
    /** Sends it on: {@code RTN_UNICAST}, the type of a route that names none. */
    UNICAST,
    /** Drops it silently; the sender's own call fails with EINVAL: {@code RTN_BLACKHOLE}. */
    BLACKHOLE,
    /** Answers "Destination Host Unreachable", EHOSTUNREACH to local senders: {@code RTN_UNREACHABLE}. */
    UNREACHABLE,
    /** Answers "Packet filtered", EACCES to local senders: {@code RTN_PROHIBIT}. */
    PROHIBIT;

    /** The word of {@code ip route}: {@code blackhole}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
