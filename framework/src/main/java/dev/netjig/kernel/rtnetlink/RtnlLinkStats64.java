package dev.netjig.kernel.rtnetlink;

import dev.netjig.kernel.netlink.PayloadReader;

/** {@code struct rtnl_link_stats64}, the value of IFLA_STATS64, {@code linux/if_link.h}. Newer kernels append to it. */
final class RtnlLinkStats64 {

    private RtnlLinkStats64() {}

    static LinkCounters parse(PayloadReader in) {
        long rxPackets = in.s64();
        long txPackets = in.s64();
        long rxBytes = in.s64();
        long txBytes = in.s64();
        long rxErrors = in.s64();
        long txErrors = in.s64();
        long rxDropped = in.s64();
        long txDropped = in.s64();
        return new LinkCounters(
                new LinkCounters.Direction(rxPackets, rxBytes, rxErrors, rxDropped),
                new LinkCounters.Direction(txPackets, txBytes, txErrors, txDropped));
    }
}
