package dev.netjig.kernel.bpf;

import java.util.Optional;

/**
 * A packet that the kernel freed because it was not to be delivered, as its tracepoint {@code kfree_skb}
 * ({@code trace/events/skb.h}) tells.
 *
 * <p>Equal by hand: {@code perf trace -e skb:kfree_skb}, or a line of {@code dropwatch}.
 *
 * @param timestamp when, nanoseconds of {@code CLOCK_REALTIME}, to compare with a captured frame's
 * @param monotonic the same moment in nanoseconds of {@code CLOCK_MONOTONIC}, which nobody sets back
 * @param netns the inode of the namespace in which it died
 * @param ifindex the device that it was on; 0 if it had none, as a packet on its way out before it was routed to one
 * @param dev that device's name, or ""
 * @param inputIfindex the device that it came in by, 0 if it was made here ({@code skb_iif})
 * @param reason in the kernel's words, {@code enum skb_drop_reason} of {@code net/dropreason-core.h} without its prefix:
 *     {@code NETFILTER_DROP}, {@code NO_SOCKET} …; {@code NOT_SPECIFIED} where nobody gave one
 * @param location the address in the kernel of the code that freed it; {@link #function} names it
 * @param protocol its {@code ETH_P_*}, 0 if not known yet
 * @param length of the whole packet in bytes, from where its processing had come to
 * @param packet its first bytes from the network header on, at most 128
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes from the kernel to one reader, never compared
public record PacketDrop(
        long timestamp,
        long monotonic,
        long netns,
        int ifindex,
        String dev,
        int inputIfindex,
        String reason,
        long location,
        int protocol,
        int length,
        byte[] packet) {

    /** The function that freed it; empty where the machine hides its kernel's symbols ({@code kernel.kptr_restrict}). */
    public Optional<KernelSymbol> function() {
        return KernelSymbols.at(location);
    }

    @Override
    public String toString() {
        return reason + function().map(function -> "@" + function.name()).orElse("")
                + (dev.isEmpty() ? "" : " on " + dev)
                + " in net:[" + netns + "]";
    }
}
