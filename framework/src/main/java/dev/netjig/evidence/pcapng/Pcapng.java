package dev.netjig.evidence.pcapng;

import dev.netjig.kernel.packet.CapturedFrame;
import dev.netjig.probe.CapturedPacket;
import dev.netjig.probe.Sighting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes captured packets as pcapng: one interface for each device of each namespace, nanoseconds, directions, and
 * comments. What was captured begins behind the link-level header, of which the kernel told the kind, the sender and for
 * whom it was; so the file has "Linux cooked" packets ({@code LINKTYPE_LINUX_SLL}).
 *
 * <p>Equal by hand: {@code tcpdump -i any -w FILE}, in each namespace at once.
 */
public final class Pcapng {

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;

    private static final long BYTE_ORDER_MAGIC = 0x1a2b3c4dL;
    private static final long UNKNOWN_LENGTH = -1;
    private static final int LINKTYPE_LINUX_SLL = 113;
    private static final int SNAPLEN = 262_144;
    private static final byte NANOSECONDS = 9;

    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;

    private Pcapng() {}

    /**
     * Writes a file.
     *
     * @param title a comment on all of it
     * @param packets in the order of time
     * @param comment on a packet, where there is something to say
     */
    public static void write(
            OutputStream out,
            String title,
            List<CapturedPacket> packets,
            Function<CapturedPacket, Optional<String>> comment)
            throws IOException {
        section(title).writeTo(out);
        Map<String, Integer> interfaces = new LinkedHashMap<>();
        for (CapturedPacket packet : packets) {
            Sighting seen = packet.sighting();
            String name = seen.netns() + "/" + seen.dev();
            if (interfaces.putIfAbsent(name, interfaces.size()) == null) {
                device(name, seen).writeTo(out);
            }
            packet(packet, interfaces.getOrDefault(name, 0), comment.apply(packet))
                    .writeTo(out);
        }
    }

    private static Block section(String title) {
        return new Block(SECTION_HEADER)
                .u32(BYTE_ORDER_MAGIC)
                .u16(1)
                .u16(0)
                .u64(UNKNOWN_LENGTH)
                .option(OPT_COMMENT, title)
                .option(SHB_USERAPPL, "netjig");
    }

    private static Block device(String name, Sighting seen) {
        return new Block(INTERFACE_DESCRIPTION)
                .u16(LINKTYPE_LINUX_SLL)
                .u16(0)
                .u32(SNAPLEN)
                .option(IF_NAME, name)
                .option(IF_DESCRIPTION, "device " + seen.dev() + " in netns " + seen.netns())
                .option(IF_TSRESOL, new byte[] {NANOSECONDS});
    }

    private static Block packet(CapturedPacket packet, int device, Optional<String> comment) {
        byte[] cooked = cooked(packet.frame());
        long time = packet.frame().timestamp();
        Block block = new Block(ENHANCED_PACKET)
                .u32(device)
                .u32(time >>> 32)
                .u32(time)
                .u32(cooked.length)
                .u32(cooked.length)
                .padded(cooked);
        comment.ifPresent(text -> block.option(OPT_COMMENT, text));
        return block.option(EPB_FLAGS, new byte[] {flags(packet.frame().direction()), 0, 0, 0});
    }

    /** Bits 0 and 1: 1 in, 2 out. Bits 2 to 4, of those that came in: 1 for this host, 2 multicast, 3 broadcast, 4 others. */
    private static byte flags(CapturedFrame.Direction direction) {
        return (byte)
                switch (direction) {
                    case OUTGOING -> 2;
                    case HOST -> 1 | 1 << 2;
                    case MULTICAST -> 1 | 2 << 2;
                    case BROADCAST -> 1 | 3 << 2;
                    case OTHERHOST -> 1 | 4 << 2;
                };
    }

    /** {@code struct sll_header} of libpcap, in network order, and the packet. */
    private static byte[] cooked(CapturedFrame frame) {
        byte[] sender = new byte[8];
        int length = Math.min(frame.sender().length, sender.length);
        System.arraycopy(frame.sender(), 0, sender, 0, length);
        return ByteBuffer.allocate(16 + frame.payload().length)
                .putShort(packetType(frame.direction()))
                .putShort((short) frame.hardware())
                .putShort((short) length)
                .put(sender)
                .putShort((short) frame.protocol())
                .put(frame.payload())
                .array();
    }

    /** {@code LINUX_SLL_*} of libpcap, the same as the kernel's {@code PACKET_*}. */
    private static short packetType(CapturedFrame.Direction direction) {
        return switch (direction) {
            case HOST -> 0;
            case BROADCAST -> 1;
            case MULTICAST -> 2;
            case OTHERHOST -> 3;
            case OUTGOING -> 4;
        };
    }
}
