package dev.netjig.kernel.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PayloadWriterTests {

    private static String hex(PayloadWriter out) {
        return HexFormat.of().formatHex(out.toBytes());
    }

    @Test
    void pads_attributes_to_four_bytes() {
        assertThat(hex(new PayloadWriter().attribute(1, (byte) 1, (byte) 2).attributeS32(4, 1400)))
                .isEqualTo("06000100" + "01020000" + "08000400" + "78050000");
    }

    @Test
    void ends_texts_with_a_zero_byte() {
        assertThat(hex(new PayloadWriter().attributeText(3, "br0"))).isEqualTo("08000300" + "62723000");
    }

    @Test
    void counts_the_length_of_nested_attributes_without_their_last_padding() {
        assertThat(hex(new PayloadWriter().nested(0x12, info -> info.u16(10).bytes((byte) 7))))
                .isEqualTo("07001200" + "0a000700");
    }

    @Test
    void grows_with_its_content() {
        byte[] value = new byte[10_000];

        byte[] bytes = new PayloadWriter().u8(1).attribute(1, value).toBytes();

        assertThat(bytes).hasSize(4 + 4 + 10_000).startsWith(1, 0, 0, 0, 0x14, 0x27, 1, 0);
    }
}
