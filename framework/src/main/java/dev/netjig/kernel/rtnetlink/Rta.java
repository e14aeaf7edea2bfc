package dev.netjig.kernel.rtnetlink;

/** {@code RTA_…} and {@code RTAX_…}, the attributes of {@link RtMsg}, {@code linux/rtnetlink.h}. */
final class Rta {

    static final int DST = 1;
    static final int SRC = 2;
    static final int IIF = 3;
    static final int OIF = 4;
    static final int GATEWAY = 5;
    static final int PRIORITY = 6;
    static final int PREFSRC = 7;
    static final int METRICS = 8;
    static final int MULTIPATH = 9;
    static final int TABLE = 15;
    static final int MARK = 16;
    static final int VIA = 18;

    // nested in METRICS
    static final int RTAX_MTU = 2;
    static final int RTAX_HOPLIMIT = 10;

    private Rta() {}
}
