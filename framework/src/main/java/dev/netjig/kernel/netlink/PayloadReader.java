package dev.netjig.kernel.netlink;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a part of a datagram from front to back, numbers in the machine's byte order. Never leaves its part: whatever
 * is missing is a {@link MalformedMessageException} that says where.
 */
public final class PayloadReader {

    private static final int IPV6 = 16;

    /** The whole datagram; only absolute reads, so that all readers of it can share it. */
    private final ByteBuffer datagram;

    private final int end;
    private int position;

    private PayloadReader(ByteBuffer datagram, int start, int end) {
        this.datagram = datagram;
        this.position = start;
        this.end = end;
    }

    public static PayloadReader of(byte[] datagram) {
        return new PayloadReader(ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder()), 0, datagram.length);
    }

    /** Bytes from the start of the datagram. */
    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public int u8() {
        return Byte.toUnsignedInt(datagram.get(take(1)));
    }

    public int u16() {
        return Short.toUnsignedInt(datagram.getShort(take(2)));
    }

    public int s32() {
        return datagram.getInt(take(4));
    }

    public long s64() {
        return datagram.getLong(take(8));
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        datagram.get(take(count), bytes);
        return bytes;
    }

    /** An IPv4 or IPv6 address of {@code count} bytes. */
    public InetAddress address(int count) {
        int start = position;
        byte[] bytes = bytes(count);
        try {
            // InetAddress would make an IPv4 address of ::ffff:192.0.2.1.
            return count == IPV6 ? Inet6Address.getByAddress(null, bytes, -1) : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new MalformedMessageException(start, "an IP address has 4 or 16 bytes, got " + count);
        }
    }

    public void skip(int count) {
        take(count);
    }

    /** Moves on to the next multiple of four bytes from {@code start}, or to the end if that comes first: the last padding may be missing. */
    public void align(int start) {
        int padding = -(position - start) & 3;
        position = Math.min(end, position + padding);
    }

    /** A reader of the next {@code count} bytes, which this one skips. */
    public PayloadReader slice(int count) {
        int start = take(count);
        return new PayloadReader(datagram, start, start + count);
    }

    /** Another reader of what is left here. */
    PayloadReader rest() {
        return new PayloadReader(datagram, position, end);
    }

    /** What a caller throws that cannot make sense of the bytes before the position. */
    public MalformedMessageException malformed(String problem) {
        return new MalformedMessageException(position, problem);
    }

    private int take(int count) {
        if (count > remaining()) {
            throw malformed(count + " bytes wanted, " + remaining() + " left");
        }
        int start = position;
        position += count;
        return start;
    }
}
