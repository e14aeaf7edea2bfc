package dev.netjig.kernel.bpf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes BTF by hand, {@code linux/btf.h}: types get their ids, from 1, in the order in which they are added. */
final class BtfBytes {

    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final ByteOrder order;

    BtfBytes(ByteOrder order) {
        this.order = order;
        strings.write(0); // the empty name
    }

    BtfBytes() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@code struct btf_type}: name_off; info of kind_flag (bit 31), kind (24 to 28) and vlen (0 to 15); size or type. */
    BtfBytes type(String name, BtfKind kind, boolean kindFlag, int vlen, int sizeOrType) {
        return words(name(name), (kindFlag ? 1 << 31 : 0) | kind.number() << 24 | vlen, sizeOrType);
    }

    BtfBytes type(String name, BtfKind kind, int vlen, int sizeOrType) {
        return type(name, kind, false, vlen, sizeOrType);
    }

    /** {@code struct btf_member}: name_off, type, offset in bits. */
    BtfBytes member(String name, int type, int bits) {
        return words(name(name), type, bits);
    }

    /** {@code struct btf_enum}: name_off, val. {@code struct btf_param}: name_off, type. */
    BtfBytes pair(String name, int value) {
        return words(name(name), value);
    }

    /** What a kind has besides, such as the encoding of {@code BTF_KIND_INT}. */
    BtfBytes words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(order);
        for (int word : words) {
            bytes.putInt(word);
        }
        types.writeBytes(bytes.array());
        return this;
    }

    /** {@code struct btf_header}, the types, the strings. */
    byte[] bytes() {
        return ByteBuffer.allocate(24 + types.size() + strings.size())
                .order(order)
                .putShort((short) 0xeb9f) // magic
                .put((byte) 1) // version
                .put((byte) 0) // flags
                .putInt(24) // hdr_len
                .putInt(0) // type_off, from the end of the header
                .putInt(types.size()) // type_len
                .putInt(types.size()) // str_off
                .putInt(strings.size()) // str_len
                .put(types.toByteArray())
                .put(strings.toByteArray())
                .array();
    }

    Btf parse() {
        return Btf.parse(bytes());
    }

    private int name(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        int offset = strings.size();
        strings.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        strings.write(0);
        return offset;
    }
}
