package dev.netjig.kernel.packet;

import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.MessageBuffer;
import dev.netjig.kernel.libc.ReceivedMessage;
import dev.netjig.kernel.libc.Sys;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * An {@code AF_PACKET} socket that sees every frame on every device of the namespace of the thread that opened it. The
 * kernel queues frames until they are read, some thousands of them, so that a probe's whole life fits without a
 * reader.
 *
 * <p>Equal by hand: {@code tcpdump -i any}.
 */
public final class PacketSocket implements AutoCloseable {

    private static final int LONGEST_FRAME = 65_536;

    /** Bytes of kernel memory for frames that nobody has read yet; a small frame takes nearly one of its kilobytes. */
    private static final int QUEUE = 4 * 1024 * 1024;

    private final Fd fd;
    private final MessageBuffer buffer = new MessageBuffer(LONGEST_FRAME);
    private long lost;

    private PacketSocket(Fd fd) {
        this.fd = fd;
    }

    public static PacketSocket open() {
        int everything = Short.toUnsignedInt(Short.reverseBytes((short) Const.ETH_P_ALL));
        // SOCK_DGRAM: the kernel strips the link-level header and reports what it said in the address. The timestamp
        // option must be on before the first frame, hence protocol 0 first and the bind last.
        Fd fd = Sys.socket(Const.AF_PACKET, Const.SOCK_DGRAM, 0, "packet socket");
        Sys.setsockopt(fd, Const.SOL_SOCKET, Const.SO_TIMESTAMPNS, 1);
        // A router of many bridges sees hundreds of its neighbours' multicast frames in its first second. Beyond the
        // machine's limit, net.core.rmem_max, only root may go.
        if (Sys.trySetsockopt(fd, Const.SOL_SOCKET, Const.SO_RCVBUFFORCE, QUEUE).isPresent()) {
            Sys.setsockopt(fd, Const.SOL_SOCKET, Const.SO_RCVBUF, QUEUE);
        }
        Sys.bind(fd, address(everything));
        return new PacketSocket(fd);
    }

    /** The next frame in the queue, or empty if there is none. */
    public Optional<CapturedFrame> poll() {
        return buffer.receive(fd, 0).flatMap(PacketSocket::frame);
    }

    /** The next frame, or empty when {@code timeout} passed first. */
    public Optional<CapturedFrame> await(Duration timeout) {
        Optional<CapturedFrame> queued = poll();
        if (queued.isPresent() || Sys.poll(fd, Const.POLLIN, timeout) == 0) {
            return queued;
        }
        return poll();
    }

    /** How many frames were lost so far because the queue was full; {@code PACKET_STATISTICS}. */
    public long lost() {
        // struct tpacket_stats: tp_packets, tp_drops; reading it sets both to 0.
        byte[] stats = Sys.getsockopt(fd, Const.SOL_PACKET, Const.PACKET_STATISTICS, 8);
        lost += Integer.toUnsignedLong(
                ByteBuffer.wrap(stats).order(ByteOrder.nativeOrder()).getInt(4));
        return lost;
    }

    @Override
    public void close() {
        fd.close();
    }

    private static Optional<CapturedFrame> frame(ReceivedMessage message) {
        ByteBuffer address = ByteBuffer.wrap(message.name());
        if (address.remaining() < 12) {
            return Optional.empty();
        }
        long timestamp = message.control(Const.SOL_SOCKET, Const.SO_TIMESTAMPNS)
                .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()))
                .map(time -> time.getLong(0) * 1_000_000_000L + time.getLong(8))
                .orElse(0L);
        return Optional.of(new CapturedFrame(
                timestamp,
                address.order(ByteOrder.nativeOrder()).getInt(4),
                CapturedFrame.Direction.of(address.get(10)),
                Short.toUnsignedInt(address.getShort(8)),
                sender(message.name()),
                Short.toUnsignedInt(address.order(ByteOrder.BIG_ENDIAN).getShort(2)),
                message.data()));
    }

    /** {@code sll_halen} and {@code sll_addr}. */
    private static byte[] sender(byte[] address) {
        int end = Math.min(12 + Byte.toUnsignedInt(address[11]), address.length);
        return Arrays.copyOfRange(address, 12, end);
    }

    /** {@code struct sockaddr_ll}, {@code linux/if_packet.h}, for all devices. */
    private static byte[] address(int protocolInNetworkOrder) {
        return ByteBuffer.allocate(20)
                .order(ByteOrder.nativeOrder())
                .putShort((short) Const.AF_PACKET)
                .putShort((short) protocolInNetworkOrder)
                .array();
    }
}
