package dev.netjig.kernel.rtnetlink;

/**
 * What a device counted since it exists; {@code ip -s link}.
 *
 * @param received packets that arrived
 * @param sent packets that left
 */
public record LinkCounters(Direction received, Direction sent) {

    /**
     * One direction.
     *
     * @param packets without those that count as errors or dropped
     * @param bytes of these packets
     * @param errors packets that were broken
     * @param dropped packets that the device or its driver threw away
     */
    public record Direction(long packets, long bytes, long errors, long dropped) {}
}
