package dev.netjig.kernel.rtnetlink;

/** {@code RTNH_F_…}, the state of a route or of one of its next hops; {@code linux/rtnetlink.h}. */
public enum RouteFlag {
    /** Its device is down. */
    DEAD(0x01),
    PERVASIVE(0x02),
    /** The gateway is taken for a neighbour whatever the addresses say. */
    ONLINK(0x04),
    OFFLOAD(0x08),
    /** Its device has no carrier. */
    LINKDOWN(0x10),
    UNRESOLVED(0x20);

    private final int bit;

    RouteFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
