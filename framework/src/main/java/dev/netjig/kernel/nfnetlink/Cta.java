package dev.netjig.kernel.nfnetlink;

/** {@code CTA_…}, the attributes of a message about a connection, {@code linux/netfilter/nfnetlink_conntrack.h}. */
final class Cta {

    static final int TUPLE_ORIG = 1;
    static final int TUPLE_REPLY = 2;
    static final int STATUS = 3;
    static final int PROTOINFO = 4;
    static final int TIMEOUT = 7;
    static final int MARK = 8;
    static final int COUNTERS_ORIG = 9;
    static final int COUNTERS_REPLY = 10;
    static final int ZONE = 18;

    // nested in TUPLE_ORIG and TUPLE_REPLY
    static final int TUPLE_IP = 1;
    static final int TUPLE_PROTO = 2;

    // nested in TUPLE_IP
    static final int IP_V4_SRC = 1;
    static final int IP_V4_DST = 2;
    static final int IP_V6_SRC = 3;
    static final int IP_V6_DST = 4;

    // nested in TUPLE_PROTO
    static final int PROTO_NUM = 1;
    static final int PROTO_SRC_PORT = 2;
    static final int PROTO_DST_PORT = 3;
    static final int PROTO_ICMP_ID = 4;
    static final int PROTO_ICMP_TYPE = 5;
    static final int PROTO_ICMP_CODE = 6;
    static final int PROTO_ICMPV6_ID = 7;
    static final int PROTO_ICMPV6_TYPE = 8;
    static final int PROTO_ICMPV6_CODE = 9;

    // nested in PROTOINFO, and in that
    static final int PROTOINFO_TCP = 1;
    static final int PROTOINFO_TCP_STATE = 1;

    // nested in COUNTERS_ORIG and COUNTERS_REPLY
    static final int COUNTERS_PACKETS = 1;
    static final int COUNTERS_BYTES = 2;

    private Cta() {}
}
