package dev.netjig.evidence.pcapng;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A block of a pcapng file: type, length, body, options, length again; all in little-endian order and in units of four
 * bytes. IETF draft-ietf-opsawg-pcapng, section 3.
 */
final class Block {

    private static final int END_OF_OPTIONS = 0;

    /** Options have a length of 16 bits; a text of thousands of bytes is no remark any more. */
    private static final int LONGEST_TEXT = 8000;

    private final int type;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean hasOptions;

    Block(int type) {
        this.type = type;
    }

    Block u16(int value) {
        return bytes(buffer(2).putShort((short) value).array());
    }

    Block u32(long value) {
        return bytes(buffer(4).putInt((int) value).array());
    }

    Block u64(long value) {
        return bytes(buffer(8).putLong(value).array());
    }

    /** Bytes, and as many zeros as make them a multiple of four. */
    Block padded(byte[] bytes) {
        return bytes(Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4));
    }

    Block option(int code, byte[] value) {
        hasOptions = true;
        return u16(code).u16(value.length).padded(value);
    }

    Block option(int code, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, LONGEST_TEXT);
        // Not within a character: all of its bytes but the first begin with the bits 10.
        while (length < utf8.length && length > 0 && (utf8[length] & 0xc0) == 0x80) {
            length--;
        }
        return option(code, Arrays.copyOf(utf8, length));
    }

    void writeTo(OutputStream out) throws IOException {
        if (hasOptions) {
            u16(END_OF_OPTIONS).u16(0);
        }
        int length = 12 + body.size();
        out.write(buffer(8).putInt(type).putInt(length).array());
        body.writeTo(out);
        out.write(buffer(4).putInt(length).array());
    }

    private Block bytes(byte[] bytes) {
        body.write(bytes, 0, bytes.length);
        return this;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
