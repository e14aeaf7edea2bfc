package dev.netjig.kernel.netlink;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * {@code struct nlattr} with its value, as received; {@code struct rtattr} of rtnetlink is the same.
 *
 * <p>{@code linux/netlink.h}
 */
public final class NlAttr {

    static final int HEADER = 4;

    /** The type without NLA_F_NESTED and NLA_F_NET_BYTEORDER. */
    private static final int NLA_TYPE_MASK = 0x3fff;

    private final int type;
    private final PayloadReader value;

    private NlAttr(int type, PayloadReader value) {
        this.type = type;
        this.value = value;
    }

    /** Reads one attribute and the padding behind it. */
    static NlAttr parse(PayloadReader in) {
        int start = in.position();
        PayloadReader header = in.rest();
        int length = header.u16();
        int type = header.u16() & NLA_TYPE_MASK;
        if (length < HEADER || length > in.remaining()) {
            throw in.malformed("attribute " + type + " claims " + length + " bytes, " + in.remaining() + " left");
        }
        in.skip(HEADER);
        PayloadReader value = in.slice(length - HEADER);
        in.align(start);
        return new NlAttr(type, value);
    }

    public int type() {
        return type;
    }

    /** The length of the value in bytes. */
    public int length() {
        return value.remaining();
    }

    /** A reader of the value, from its start. */
    public PayloadReader reader() {
        return value.rest();
    }

    public int u8() {
        return reader().u8();
    }

    public int u16() {
        return reader().u16();
    }

    /** A 32 bit number; above 2³¹ it is negative, see {@link Integer#toUnsignedLong}. */
    public int s32() {
        return reader().s32();
    }

    /** A number of 2, 4 or 8 bytes in network byte order, as nfnetlink sends them all. */
    public long bigEndian() {
        return new BigInteger(1, reader().bytes(value.remaining())).longValue();
    }

    public byte[] bytes() {
        return reader().bytes(value.remaining());
    }

    /** The text up to the first zero byte. */
    public String text() {
        byte[] bytes = bytes();
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** An IPv4 or IPv6 address. */
    public InetAddress address() {
        return reader().address(value.remaining());
    }

    /** The attributes that the value consists of. */
    public NlAttrs nested() {
        return NlAttrs.parse(reader());
    }
}
