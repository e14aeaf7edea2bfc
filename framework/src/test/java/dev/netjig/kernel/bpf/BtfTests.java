package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BtfTests {

    /** {@code struct packet { u64 next; union { struct device *dev; u64 scratch; }; struct { u32 inum; } ns; … }}. */
    static BtfBytes packet(ByteOrder order) {
        return new BtfBytes(order)
                .type("unsigned long", BtfKind.INT, 0, 8) // [1]
                .words(64) // its encoding: no sign, bit 0, 64 bits
                .type("u64", BtfKind.TYPEDEF, 0, 1) // [2]
                .type("device", BtfKind.STRUCT, 1, 8) // [3]
                .member("flags", 2, 0)
                .type("", BtfKind.PTR, 0, 3) // [4] struct device *
                .type("", BtfKind.UNION, 2, 8) // [5]
                .member("dev", 4, 0)
                .member("scratch", 2, 0)
                .type("ns_common", BtfKind.STRUCT, 2, 16) // [6]
                .member("stashed", 2, 0)
                .member("inum", 2, 64)
                .type("ns_t", BtfKind.TYPEDEF, 0, 6) // [7]
                .type("", BtfKind.CONST, 0, 7) // [8]
                .type("", BtfKind.STRUCT, true, 3, 16) // [9] offsets with the size of a bit field in the upper byte
                .member("low", 1, 3 << 24)
                .member("high", 1, 5 << 24 | 3)
                .member("whole", 2, 64)
                .type("", BtfKind.VOLATILE, 0, 9) // [10]
                .type("packet", BtfKind.STRUCT, 4, 48) // [11]
                .member("next", 2, 0)
                .member("", 5, 64) // the union
                .member("ns", 8, 128)
                .member("", 10, 256)
                .type("packet", BtfKind.FWD, 0, 0) // [12] of the same name, but not it
                .type("reason", BtfKind.ENUM, 3, 4) // [13]
                .pair("REASON_NONE", 0)
                .pair("REASON_SOME", 7)
                .pair("REASON_MASK", 0xffff_0000)
                .type("", BtfKind.ENUM64, 1, 8) // [14]
                .words(0, 1, 1) // its value: name_off, val_lo32, val_hi32
                .type("", BtfKind.PTR, 0, 11) // [15] struct packet *
                .type("", BtfKind.PTR, 0, 0) // [16] void *
                .type("", BtfKind.FUNC_PROTO, 3, 0) // [17] returns void
                .pair("", 16)
                .pair("packet", 15)
                .pair("reason", 13)
                .type("", BtfKind.PTR, 0, 17) // [18]
                .type("hook", BtfKind.TYPEDEF, 0, 18); // [19]
    }

    private final Btf btf = packet(ByteOrder.LITTLE_ENDIAN).parse();

    @ParameterizedTest
    @CsvSource({"next, 0", "dev, 8", "scratch, 8", "ns, 16", "ns.inum, 24", "low, 32", "whole, 40"})
    void finds_members(String path, int offset) {
        assertThat(btf.offset("packet", path)).isEqualTo(offset);
    }

    @Test
    void reads_the_other_byte_order() {
        assertThat(packet(ByteOrder.BIG_ENDIAN).parse().offset("packet", "ns.inum"))
                .isEqualTo(24);
    }

    @Test
    void reads_enumerations() {
        assertThat(btf.enumeration("reason"))
                .containsOnly(entry(0, "REASON_NONE"), entry(7, "REASON_SOME"), entry(0xffff_0000, "REASON_MASK"));
    }

    @Test
    void reads_what_a_function_takes() {
        assertThat(btf.parameters("hook")).containsExactly("", "packet", "reason");
    }

    @Test
    void says_what_the_kernel_lacks() {
        assertThatThrownBy(() -> btf.offset("sk_buff", "dev"))
                .isInstanceOf(BtfException.class)
                .hasMessage("this kernel has no struct sk_buff");
        assertThatThrownBy(() -> btf.offset("packet", "ns.level"))
                .hasMessage("this kernel's struct packet has no member ns.level");
        assertThatThrownBy(() -> btf.offset("packet", "dev.flags"))
                .as("a pointer is not followed")
                .hasMessage("this kernel's struct packet has no member dev.flags");
        assertThatThrownBy(() -> btf.enumeration("packet")).hasMessage("this kernel has no enum packet");
        assertThatThrownBy(() -> btf.parameters("reason")).hasMessage("this kernel has no typedef reason");
        assertThatThrownBy(() -> btf.parameters("u64"))
                .hasMessage("this kernel's typedef u64 is no pointer to a function");
    }

    @Test
    void a_bit_field_cannot_be_loaded() {
        assertThatThrownBy(() -> btf.offset("packet", "high"))
                .hasMessage("struct packet has high at bit 259, out of a load's reach");
    }

    @Test
    void what_is_cut_short_is_refused() {
        byte[] whole = packet(ByteOrder.LITTLE_ENDIAN).bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Btf.parse(cut)).as("%d bytes", length).isInstanceOf(BtfException.class);
        }
    }

    @Test
    void types_that_are_cut_short_are_refused() {
        assertThatThrownBy(() -> new BtfBytes()
                        .type("a", BtfKind.STRUCT, 2, 8)
                        .member("b", 1, 0)
                        .parse())
                .hasMessage("BTF type 1 is cut short");
        assertThatThrownBy(() -> new BtfBytes().words(0, 0x0200_0000).parse())
                .hasMessage("BTF type 1 at byte 24 is cut short");
    }

    @Test
    void other_files_are_refused() {
        assertThatThrownBy(() -> Btf.parse(new byte[100])).hasMessage("no BTF: it begins with 0x0 and not with 0xeb9f");
        assertThatThrownBy(() -> Btf.parse(new byte[3])).hasMessage("BTF of 3 bytes has no header");
    }

    @Test
    void a_kind_of_the_future_is_refused() {
        assertThatThrownBy(() -> new BtfBytes().words(0, 31 << 24, 0).parse())
                .hasMessage("BTF has a type of the unknown kind 31");
    }

    @Test
    void a_type_that_is_itself_is_refused() {
        Btf loop = new BtfBytes()
                .type("a", BtfKind.TYPEDEF, 0, 2)
                .type("b", BtfKind.TYPEDEF, 0, 1)
                .type("s", BtfKind.STRUCT, 1, 0)
                .member("x", 1, 0)
                .parse();

        assertThatThrownBy(() -> loop.offset("s", "x.y")).hasMessage("BTF type 1 refers to itself");
    }

    @Test
    void a_structure_that_contains_itself_ends() {
        Btf loop = new BtfBytes()
                .type("s", BtfKind.STRUCT, 2, 0)
                .member("", 1, 0)
                .member("", 1, 0)
                .parse();

        assertThatThrownBy(() -> loop.offset("s", "x")).hasMessage("this kernel's struct s has no member x");
    }

    @Test
    void a_reference_to_nowhere_is_refused() {
        Btf broken = new BtfBytes()
                .type("s", BtfKind.STRUCT, 1, 0)
                .member("x", 99, 0)
                .parse();

        assertThatThrownBy(() -> broken.offset("s", "x.y")).hasMessage("BTF refers to type 99 of 2");
    }
}
