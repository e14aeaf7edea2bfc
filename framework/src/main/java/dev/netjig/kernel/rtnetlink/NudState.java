package dev.netjig.kernel.rtnetlink;

/** {@code NUD_…}, what is known of a neighbour; {@code linux/neighbour.h}. */
public enum NudState {
    /** Asked for, no answer yet. */
    INCOMPLETE(0x01),
    REACHABLE(0x02),
    STALE(0x04),
    DELAY(0x08),
    PROBE(0x10),
    /** Asked for in vain. */
    FAILED(0x20),
    /** Needs no asking, as behind lo. */
    NOARP(0x40),
    /** Was told by hand. */
    PERMANENT(0x80);

    private final int bit;

    NudState(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
