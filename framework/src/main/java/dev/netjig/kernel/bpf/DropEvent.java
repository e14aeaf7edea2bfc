package dev.netjig.kernel.bpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What {@link DropProgram} puts into its queue for each packet, at these offsets. */
final class DropEvent {

    /** {@code u64}, nanoseconds of {@code CLOCK_MONOTONIC}. */
    static final int TIME = 0;
    /** {@code u64}, the address behind the call that freed it. */
    static final int LOCATION = 8;
    /** {@code u32}. */
    static final int NETNS = 16;
    /** {@code u32}, {@code enum skb_drop_reason}. */
    static final int REASON = 20;
    /** {@code int}, 0 without a device. */
    static final int IFINDEX = 24;
    /** {@code int}. */
    static final int IIF = 28;
    /** {@code char[IFNAMSIZ]}. */
    static final int NAME = 32;
    /** {@code __be16}. */
    static final int PROTOCOL = 48;
    /** {@code unsigned int}. */
    static final int LENGTH = 52;
    /** {@code u32}, how many of the bytes below are the packet's. */
    static final int CAPTURED = 56;

    static final int PACKET = 64;
    static final int MOST_CAPTURED = 128;
    static final int SIZE = PACKET + MOST_CAPTURED;

    private static final int IFNAMSIZ = 16;

    private DropEvent() {}

    /** @param realtimeOffset what to add to {@code CLOCK_MONOTONIC} to get {@code CLOCK_REALTIME} */
    static PacketDrop decode(ByteBuffer event, KernelLayout layout, long realtimeOffset) {
        byte[] packet = new byte[Math.min(Math.max(0, event.getInt(CAPTURED)), MOST_CAPTURED)];
        event.get(PACKET, packet);
        return new PacketDrop(
                event.getLong(TIME) + realtimeOffset,
                event.getLong(TIME),
                Integer.toUnsignedLong(event.getInt(NETNS)),
                event.getInt(IFINDEX),
                name(event),
                event.getInt(IIF),
                layout.reason(event.getInt(REASON)),
                event.getLong(LOCATION),
                Short.toUnsignedInt(
                        event.duplicate().order(ByteOrder.BIG_ENDIAN).getShort(PROTOCOL)),
                event.getInt(LENGTH),
                packet);
    }

    private static String name(ByteBuffer event) {
        byte[] name = new byte[IFNAMSIZ];
        event.get(NAME, name);
        int length = 0;
        while (length < IFNAMSIZ && name[length] != 0) {
            length++;
        }
        return new String(name, 0, length, StandardCharsets.UTF_8);
    }
}
