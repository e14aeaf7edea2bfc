package dev.netjig.kernel.rtnetlink;

/** {@code RTM_…}, the message types of rtnetlink, {@code linux/rtnetlink.h}. */
final class Rtm {

    static final int NEWLINK = 16;
    static final int DELLINK = 17;
    static final int GETLINK = 18;
    static final int NEWADDR = 20;
    static final int DELADDR = 21;
    static final int GETADDR = 22;
    static final int NEWROUTE = 24;
    static final int DELROUTE = 25;
    static final int GETROUTE = 26;
    static final int NEWNEIGH = 28;
    static final int DELNEIGH = 29;
    static final int GETNEIGH = 30;
    static final int NEWNSID = 88;
    static final int GETNSID = 90;

    private Rtm() {}
}
