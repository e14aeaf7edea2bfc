package dev.netjig.kernel.rtnetlink;

/** {@code IF_OPER_…}, whether a device can carry packets (RFC 2863), in the kernel's order; {@code linux/if.h}. */
public enum OperState {
    /** The driver does not say, as for lo; also what netjig makes of a number that it does not know. */
    UNKNOWN,
    NOTPRESENT,
    DOWN,
    /** The device below it is down; for veth: the peer. */
    LOWERLAYERDOWN,
    TESTING,
    DORMANT,
    UP;

    static OperState of(int number) {
        return number >= 0 && number < values().length ? values()[number] : UNKNOWN;
    }
}
