package dev.netjig.kernel.bpf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The types of a kernel as it describes them itself, {@code linux/btf.h}: where the members of a structure are, what the
 * values of an enumeration are called. Some 150 000 types in 5 MB, of which a handful is asked for: only their places
 * are indexed, everything else is read when it is wanted.
 *
 * <p>Equal by hand: {@code bpftool btf dump file /sys/kernel/btf/vmlinux}.
 */
final class Btf {

    /** The kernel's own types. */
    static final Path VMLINUX = Path.of("/sys/kernel/btf/vmlinux");

    private static final int MAGIC = 0xeb9f;
    private static final int HEADER = 24;
    private static final int BTF_TYPE = 12;
    private static final int LONGEST_CHAIN = 64;
    private static final int MOST_ANONYMOUS = 1000;

    private final ByteBuffer bytes;
    private final int types;
    private final int typesEnd;
    private final int strings;
    private final int stringsEnd;

    /** By type id where its {@code struct btf_type} begins; id 0 is void. */
    private final int[] places;

    private final int count;

    private Btf(byte[] file) {
        if (file.length < HEADER) {
            throw new BtfException("BTF of " + file.length + " bytes has no header");
        }
        bytes = ByteBuffer.wrap(file).order(order(file));
        long header = Integer.toUnsignedLong(bytes.getInt(4));
        long typeOffset = header + Integer.toUnsignedLong(bytes.getInt(8));
        long typeEnd = typeOffset + Integer.toUnsignedLong(bytes.getInt(12));
        long stringOffset = header + Integer.toUnsignedLong(bytes.getInt(16));
        long stringEnd = stringOffset + Integer.toUnsignedLong(bytes.getInt(20));
        if (header < HEADER || typeEnd > file.length || stringEnd > file.length) {
            throw new BtfException("BTF of " + file.length + " bytes is cut short: its types end at byte " + typeEnd
                    + " and its strings at " + stringEnd);
        }
        types = (int) typeOffset;
        typesEnd = (int) typeEnd;
        strings = (int) stringOffset;
        stringsEnd = (int) stringEnd;
        places = new int[(typesEnd - types) / BTF_TYPE + 1];
        count = index();
    }

    /** Reads the types of the running kernel. */
    static Btf ofKernel() {
        try {
            return parse(Files.readAllBytes(VMLINUX));
        } catch (NoSuchFileException missing) {
            throw new BtfException("the kernel does not describe its types: there is no " + VMLINUX
                    + ", it was built without CONFIG_DEBUG_INFO_BTF");
        } catch (IOException e) {
            throw new BtfException("cannot read " + VMLINUX + ": " + e.getMessage());
        }
    }

    /** @throws BtfException if {@code file} is no BTF, or is cut short */
    static Btf parse(byte[] file) {
        return new Btf(file);
    }

    private static ByteOrder order(byte[] file) {
        int magic = Short.toUnsignedInt(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort());
        if (magic == MAGIC) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (Short.toUnsignedInt(Short.reverseBytes((short) magic)) == MAGIC) {
            return ByteOrder.BIG_ENDIAN;
        }
        throw new BtfException("no BTF: it begins with 0x" + Integer.toHexString(magic) + " and not with 0xeb9f");
    }

    private int index() {
        int id = 1;
        int place = types;
        while (place < typesEnd) {
            if (place + BTF_TYPE > typesEnd) {
                throw new BtfException("BTF type " + id + " at byte " + place + " is cut short");
            }
            places[id++] = place;
            int info = bytes.getInt(place + 4);
            place += BTF_TYPE + BtfKind.of(kind(info)).tail(info & 0xffff);
        }
        if (place > typesEnd) {
            throw new BtfException("BTF type " + (id - 1) + " is cut short");
        }
        return id;
    }

    /**
     * Where a member is, in bytes from the beginning of {@code struct}; a member may sit in anonymous structures and
     * unions, and {@code path} may go through named ones: {@code ns.inum}.
     *
     * @throws BtfException if there is no such structure or member, or it is a bit field
     */
    int offset(String struct, String path) {
        int type =
                find(struct, BtfKind.STRUCT).orElseThrow(() -> new BtfException("this kernel has no struct " + struct));
        long bits = 0;
        for (String name : path.split("\\.")) {
            type = resolve(type);
            Member member = kindOf(type).isComposite()
                    ? member(type, name.getBytes(StandardCharsets.UTF_8), new BitSet())
                            .orElseThrow(() -> lacks(struct, path))
                    : null;
            if (member == null) {
                throw lacks(struct, path);
            }
            bits += member.bits;
            type = member.type;
        }
        if (bits % 8 != 0 || bits / 8 > Short.MAX_VALUE) {
            throw new BtfException("struct " + struct + " has " + path + " at bit " + bits + ", out of a load's reach");
        }
        return (int) (bits / 8);
    }

    private static BtfException lacks(String struct, String path) {
        return new BtfException("this kernel's struct " + struct + " has no member " + path);
    }

    private record Member(int type, long bits) {}

    /** {@code seen} are the anonymous types that do not have it. */
    private Optional<Member> member(int struct, byte[] name, BitSet seen) {
        if (seen.cardinality() > MOST_ANONYMOUS) {
            throw new BtfException("BTF type " + struct + " is one of too many without a name in each other");
        }
        int place = places[struct];
        int info = bytes.getInt(place + 4);
        boolean bitFields = info < 0;
        for (int i = 0; i < (info & 0xffff); i++) {
            int at = place + BTF_TYPE + 12 * i;
            int nameOffset = bytes.getInt(at);
            int offset = bytes.getInt(at + 8);
            long bits = bitFields ? offset & 0xff_ffff : Integer.toUnsignedLong(offset);
            if (nameOffset == 0) {
                int inner = resolve(bytes.getInt(at + 4));
                if (kindOf(inner).isComposite() && !seen.get(inner)) {
                    seen.set(inner);
                    Optional<Member> found = member(inner, name, seen);
                    if (found.isPresent()) {
                        return found.map(member -> new Member(member.type, bits + member.bits));
                    }
                }
            } else if (isNamed(nameOffset, name)) {
                return Optional.of(new Member(bytes.getInt(at + 4), bits));
            }
        }
        return Optional.empty();
    }

    /**
     * The names of an enumeration's values.
     *
     * @throws BtfException if there is no such enumeration
     */
    Map<Integer, String> enumeration(String name) {
        int type = find(name, BtfKind.ENUM).orElseThrow(() -> new BtfException("this kernel has no enum " + name));
        Map<Integer, String> names = new HashMap<>();
        int place = places[type];
        for (int i = 0; i < (bytes.getInt(place + 4) & 0xffff); i++) {
            int at = place + BTF_TYPE + 8 * i;
            names.putIfAbsent(bytes.getInt(at + 4), string(bytes.getInt(at)));
        }
        return names;
    }

    /**
     * The names of the types that the function behind {@code typedef name} takes, which is a pointer to a function:
     * {@code btf_trace_kfree_skb} tells the arguments of that tracepoint. A pointer has the name of what it points to,
     * and what has no name is empty.
     *
     * @throws BtfException if there is no such definition
     */
    List<String> parameters(String name) {
        int pointer = resolve(
                find(name, BtfKind.TYPEDEF).orElseThrow(() -> new BtfException("this kernel has no typedef " + name)));
        int prototype = kindOf(pointer) == BtfKind.PTR ? resolve(referred(pointer)) : 0;
        if (kindOf(prototype) != BtfKind.FUNC_PROTO) {
            throw new BtfException("this kernel's typedef " + name + " is no pointer to a function");
        }
        int place = places[prototype];
        return IntStream.range(0, bytes.getInt(place + 4) & 0xffff)
                .mapToObj(i -> nameOf(resolve(bytes.getInt(place + BTF_TYPE + 8 * i + 4))))
                .toList();
    }

    private String nameOf(int type) {
        int named = kindOf(type) == BtfKind.PTR ? resolve(referred(type)) : type;
        return named == 0 ? "" : string(bytes.getInt(places[named]));
    }

    private Optional<Integer> find(String name, BtfKind kind) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int number = kind.number();
        for (int id = 1; id < count; id++) {
            int place = places[id];
            if (kind(bytes.getInt(place + 4)) == number && isNamed(bytes.getInt(place), wanted)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** What {@code type} stands for, past typedefs and qualifiers. */
    private int resolve(int type) {
        int resolved = type;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            if (!kindOf(resolved).isAlias()) {
                return resolved;
            }
            resolved = referred(resolved);
        }
        throw new BtfException("BTF type " + type + " refers to itself");
    }

    private BtfKind kindOf(int type) {
        if (type == 0) {
            return BtfKind.VOID;
        }
        if (type < 0 || type >= count) {
            throw new BtfException("BTF refers to type " + Integer.toUnsignedString(type) + " of " + count);
        }
        return BtfKind.of(kind(bytes.getInt(places[type] + 4)));
    }

    private int referred(int type) {
        return bytes.getInt(places[type] + 8);
    }

    private static int kind(int info) {
        return info >>> 24 & 0x1f;
    }

    private boolean isNamed(int offset, byte[] name) {
        if (offset < 0 || offset >= stringsEnd - strings - name.length) {
            return false;
        }
        int start = strings + offset;
        for (int i = 0; i < name.length; i++) {
            if (bytes.get(start + i) != name[i]) {
                return false;
            }
        }
        return bytes.get(start + name.length) == 0;
    }

    private String string(int offset) {
        if (offset < 0 || offset >= stringsEnd - strings) {
            throw new BtfException("BTF has a name at byte " + Integer.toUnsignedString(offset) + " of its "
                    + (stringsEnd - strings) + " bytes of names");
        }
        int end = strings + offset;
        while (end < stringsEnd && bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), strings + offset, end - strings - offset, StandardCharsets.UTF_8);
    }
}
