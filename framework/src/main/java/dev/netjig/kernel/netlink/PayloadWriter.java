package dev.netjig.kernel.netlink;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Writes structs and attributes, numbers in the machine's byte order, attributes padded to four bytes. */
public final class PayloadWriter {

    private static final int ATTRIBUTE_HEADER = 4;

    private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

    public PayloadWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public PayloadWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    public PayloadWriter s32(int value) {
        room(4).putInt(value);
        return this;
    }

    public PayloadWriter bytes(byte... value) {
        room(value.length).put(value);
        return this;
    }

    /** An attribute with any value: {@code struct nlattr}, the value and padding. */
    public PayloadWriter attribute(int type, byte... value) {
        align().u16(ATTRIBUTE_HEADER + value.length).u16(type).bytes(value);
        return align();
    }

    public PayloadWriter attributeS32(int type, int value) {
        return align().u16(ATTRIBUTE_HEADER + 4).u16(type).s32(value);
    }

    /** A text with the zero byte at its end that the kernel wants. */
    public PayloadWriter attributeText(int type, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return attribute(type, Arrays.copyOf(utf8, utf8.length + 1));
    }

    public PayloadWriter attributeAddress(int type, InetAddress value) {
        return attribute(type, value.getAddress());
    }

    /** An attribute whose value is what {@code content} writes: a struct, attributes, or both. */
    public PayloadWriter nested(int type, Consumer<PayloadWriter> content) {
        align();
        int start = buffer.position();
        u16(0).u16(type);
        content.accept(this);
        buffer.putShort(start, (short) (buffer.position() - start));
        return align();
    }

    public byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    PayloadWriter align() {
        while ((buffer.position() & 3) != 0) {
            u8(0);
        }
        return this;
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + count);
            buffer =
                    ByteBuffer.allocate(capacity).order(ByteOrder.nativeOrder()).put(buffer.flip());
        }
        return buffer;
    }
}
