package dev.netjig.probe;

import dev.netjig.kernel.packet.CapturedFrame.Direction;

/**
 * A packet seen at a device.
 *
 * @param timestamp when the kernel saw it, nanoseconds of {@code CLOCK_REALTIME}
 * @param netns the namespace of the device
 * @param dev the device
 * @param direction received and for whom, or sent
 */
public record Sighting(long timestamp, String netns, String dev, Direction direction, Packet packet) {

    public boolean isOutgoing() {
        return direction == Direction.OUTGOING;
    }

    /** {@code rx node/veth1-r 192.168.0.2 > 192.168.0.3 echo request ttl 64}. */
    @Override
    public String toString() {
        return (isOutgoing() ? "tx " : "rx ") + netns + "/" + dev + " " + packet;
    }
}
