package dev.netjig.kernel.icmp;

import dev.netjig.kernel.Errno;
import java.net.InetAddress;
import java.util.Optional;

/** What comes back to an ICMP socket. */
public sealed interface IcmpEvent {

    /**
     * An echo reply.
     *
     * @param from its source address
     * @param ttl the ttl (hop limit) that it arrived with
     * @param timestamp when the kernel received it, nanoseconds of {@code CLOCK_REALTIME}; 0 if unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // carries bytes between kernel and one reader, never compared
    record EchoReply(InetAddress from, int ttl, int id, int sequence, byte[] payload, long timestamp)
            implements IcmpEvent {}

    /**
     * An error from the socket's error queue: {@code struct sock_extended_err}, {@code linux/errqueue.h}.
     *
     * @param errno what a blocked call would have returned
     * @param origin who made it: an ICMP message of the network, or this host's own kernel
     * @param type ICMP type, 0 for a local error
     * @param code ICMP code, 0 for a local error
     * @param info the next hop's MTU in bytes for "fragmentation needed", else 0
     * @param offender who sent the ICMP message
     * @param quoted the ICMP header and payload of the packet that it is about, as far as the message quotes them; a raw
     *     socket also hears of packets that others sent
     */
    @SuppressWarnings("ArrayRecordComponent") // carries bytes between kernel and one reader, never compared
    record QueuedError(
            Errno errno, Origin origin, int type, int code, int info, Optional<InetAddress> offender, byte[] quoted)
            implements IcmpEvent {}

    /** {@code SO_EE_ORIGIN_*}. */
    enum Origin {
        NONE,
        LOCAL,
        ICMP,
        ICMP6,
        OTHER;

        static Origin of(int value) {
            return switch (value) {
                case 0 -> NONE;
                case 1 -> LOCAL;
                case 2 -> ICMP;
                case 3 -> ICMP6;
                default -> OTHER;
            };
        }
    }
}
