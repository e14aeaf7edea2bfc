package dev.netjig.diagnosis;

import dev.netjig.kernel.bpf.KernelSymbol;
import dev.netjig.kernel.bpf.PacketDrop;
import dev.netjig.probe.Packet;

/**
 * A packet that the kernel dropped in a watched namespace.
 *
 * @param reason without {@code SKB_DROP_REASON_}
 * @param function that freed it, or ""
 */
record Drop(String netns, String dev, String reason, String function, Packet packet) {

    static Drop of(String netns, PacketDrop drop, Packet packet) {
        return new Drop(
                netns,
                drop.dev(),
                drop.reason(),
                drop.function().map(KernelSymbol::name).orElse(""),
                packet);
    }

    /**
     * Whether it says nothing: a raw socket that was given its own copy leaves the packet without a socket, and ICMPv6
     * frees what it has answered.
     */
    boolean isNoise() {
        return function.equals("ping_rcv") || function.equals("icmpv6_rcv");
    }

    /** {@code NETFILTER_DROP in node on veth1-r, by nf_hook_slow()}. */
    @Override
    public String toString() {
        return reason + " in " + netns + (dev.isEmpty() ? "" : " on " + dev)
                + (function.isEmpty() ? "" : ", by " + function + "()");
    }
}
