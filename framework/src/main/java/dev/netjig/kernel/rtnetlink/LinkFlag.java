package dev.netjig.kernel.rtnetlink;

/** {@code IFF_…}, the flags of a device, in the order in which {@code ip link} prints them; {@code linux/if.h}. */
public enum LinkFlag {
    LOOPBACK(0x8),
    BROADCAST(0x2),
    POINTOPOINT(0x10),
    MULTICAST(0x1000),
    NOARP(0x80),
    ALLMULTI(0x200),
    PROMISC(0x100),
    MASTER(0x400),
    SLAVE(0x800),
    DEBUG(0x4),
    /** Administratively up: somebody wants it to carry packets. */
    UP(0x1),
    /** The driver has resources for it and the operational state is up or unknown. */
    RUNNING(0x40),
    /** The layer below has a carrier; for veth: the peer is up. */
    LOWER_UP(0x1_0000),
    DORMANT(0x2_0000);

    private final int bit;

    LinkFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
