package dev.netjig.kernel.packet;

/**
 * A frame that passed a device.
 *
 * @param timestamp when the kernel saw it, nanoseconds of {@code CLOCK_REALTIME}
 * @param ifindex the device, by its index in the namespace of the socket
 * @param direction whether the device received it and for whom, or sent it
 * @param hardware the device's {@code ARPHRD_*}
 * @param sender the link-level address that it comes from
 * @param protocol its {@code ETH_P_*}
 * @param payload what follows the link-level header: an IP packet, an ARP message …
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes from the kernel to one reader, never compared
public record CapturedFrame(
        long timestamp, int ifindex, Direction direction, int hardware, byte[] sender, int protocol, byte[] payload) {

    /** {@code PACKET_*} of {@code linux/if_packet.h}. */
    public enum Direction {
        /** Received, to this host's own link-level address. */
        HOST,
        /** Received, link-level broadcast. */
        BROADCAST,
        /** Received, link-level multicast. */
        MULTICAST,
        /** Received, to somebody else's link-level address: bridged, or seen in promiscuous mode. */
        OTHERHOST,
        /** Sent by this host. */
        OUTGOING;

        static Direction of(int pkttype) {
            return pkttype >= 0 && pkttype < values().length ? values()[pkttype] : OTHERHOST;
        }
    }

    public boolean isOutgoing() {
        return direction == Direction.OUTGOING;
    }
}
