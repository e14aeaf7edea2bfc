package dev.netjig.kernel.rtnetlink;

/** {@code IFLA_…}, the attributes of {@link IfInfoMsg}, {@code linux/if_link.h}, {@code linux/veth.h}. */
final class Ifla {

    static final int ADDRESS = 1;
    static final int IFNAME = 3;
    static final int MTU = 4;
    static final int LINK = 5;
    static final int MASTER = 10;
    static final int OPERSTATE = 16;
    static final int LINKINFO = 18;
    static final int STATS64 = 23;
    static final int NET_NS_FD = 28;
    static final int NUM_TX_QUEUES = 31;
    static final int NUM_RX_QUEUES = 32;
    static final int LINK_NETNSID = 37;

    /** Nested in LINKINFO. */
    static final int INFO_KIND = 1;

    static final int INFO_DATA = 2;
    static final int INFO_SLAVE_KIND = 4;
    static final int INFO_SLAVE_DATA = 5;

    /** Nested in INFO_DATA of kind veth. */
    static final int VETH_INFO_PEER = 1;

    /** Nested in INFO_SLAVE_DATA of kind bridge: {@code IFLA_BRPORT_STATE}. */
    static final int BRPORT_STATE = 1;

    /** Nested in INFO_SLAVE_DATA of kind bridge: {@code IFLA_BRPORT_ISOLATED}. */
    static final int BRPORT_ISOLATED = 33;

    private Ifla() {}
}
