package dev.netjig.kernel.rtnetlink;

/** {@code IFA_F_…}, the flags of an address; {@code linux/if_addr.h}. */
public enum AddressFlag {
    /** Another address of the device has the same prefix; for IPv6: temporary. */
    SECONDARY(0x01),
    /** No duplicate address detection. */
    NODAD(0x02),
    OPTIMISTIC(0x04),
    /** Somebody else has the address. */
    DADFAILED(0x08),
    DEPRECATED(0x20),
    /** Not usable yet: duplicate address detection is under way. */
    TENTATIVE(0x40),
    /** Lives until it is deleted. */
    PERMANENT(0x80),
    NOPREFIXROUTE(0x200);

    private final int bit;

    AddressFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
