package dev.netjig.kernel.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NlAttrsTests {

    private static NlAttrs parse(String hex) {
        return NlAttrs.parse(PayloadReader.of(HexFormat.of().parseHex(hex.replaceAll("\\s", ""))));
    }

    @Test
    void are_found_by_type() {
        NlAttrs attributes = parse("08000400 78050000  0c000300 76657468 312d7200");

        assertThat(attributes.s32(4)).hasValue(1400);
        assertThat(attributes.text(3)).hasValue("veth1-r");
    }

    @Test
    void are_absent_if_the_kernel_did_not_send_them() {
        NlAttrs attributes = parse("");

        assertThat(attributes.find(1)).isEmpty();
        assertThat(attributes.s32(1)).isEmpty();
        assertThat(attributes.nested(1).all()).isEmpty();
    }

    @Test
    void are_kept_though_unknown() {
        assertThat(parse("0500ff0f 2a000000 08000400 78050000").all())
                .extracting(NlAttr::type)
                .containsExactly(0xfff, 4);
    }

    @Test
    void the_last_of_several_counts() {
        assertThat(parse("08000400 78050000 08000400 dc050000").s32(4)).hasValue(1500);
    }

    @Test
    void flags_in_the_type_do_not_matter() {
        assertThat(parse("08000480 78050000 08000540 01000000").all())
                .extracting(NlAttr::type)
                .containsExactly(4, 5);
    }

    @Test
    void may_be_empty() {
        assertThat(parse("04000100").find(1).orElseThrow().length()).isZero();
    }

    @Test
    void may_lack_the_padding_of_the_last_one() {
        assertThat(parse("06000100 2a00").find(1).orElseThrow().u16()).isEqualTo(42);
    }

    @Test
    void may_be_longer_than_a_signed_short() {
        String value = "00".repeat(40_000);

        assertThat(parse("449c0100" + value).find(1).orElseThrow().length()).isEqualTo(40_000);
    }

    @Test
    void may_hold_others() {
        assertThat(parse("10001280 0a000100 62726964 67650000").nested(0x12).text(1))
                .hasValue("bridge");
    }

    @Test
    void a_text_ends_at_its_first_zero_byte() {
        assertThat(parse("0a000300 6c6f0078 79000000").text(3)).hasValue("lo");
    }

    @Test
    void a_text_may_lack_the_zero_byte() {
        assertThat(parse("06000300 6c6f0000").text(3)).hasValue("lo");
    }

    @Test
    void an_ipv6_address_that_embeds_an_ipv4_one_stays_ipv6() {
        assertThat(parse("14000100 00000000 00000000 0000ffff c0000201")
                        .find(1)
                        .orElseThrow()
                        .address()
                        .getAddress())
                .hasSize(16);
    }

    @Test
    void big_endian_numbers_have_any_size() {
        NlAttrs attributes = parse("06000100 01020000 08000200 01020304 0c000300 00000000 00000009");

        assertThat(attributes.all()).extracting(NlAttr::bigEndian).containsExactly(0x0102L, 0x01020304L, 9L);
    }

    @Nested
    class WhenMalformed {

        @Test
        void shorter_than_its_own_header() {
            assertMalformed("08000400 78050000 03000100", 8, "attribute 1 claims 3 bytes, 4 left");
        }

        @Test
        void of_length_zero_ends_instead_of_looping() {
            assertMalformed("00000000", 0, "attribute 0 claims 0 bytes, 4 left");
        }

        @Test
        void longer_than_what_is_left() {
            assertMalformed("ffff0400 78050000", 0, "attribute 4 claims 65535 bytes, 8 left");
        }

        @Test
        void cut_in_its_header() {
            assertMalformed("08000400 78050000 0800", 10, "2 bytes wanted, 0 left");
        }

        @Test
        void too_short_for_its_number() {
            NlAttrs attributes = parse("06000400 78050000");

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> attributes.s32(4))
                    .withMessage("malformed netlink message at byte 4: 4 bytes wanted, 2 left");
        }

        @Test
        void no_address() {
            NlAttr attribute = parse("09000100 c0a80001 05000000").find(1).orElseThrow();

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(attribute::address)
                    .withMessage("malformed netlink message at byte 4: an IP address has 4 or 16 bytes, got 5");
        }

        @Test
        void nested_beyond_what_holds_it() {
            NlAttrs attributes = parse("0c001200 ff000100 62720000 08000400 78050000");

            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> attributes.nested(0x12))
                    .withMessage("malformed netlink message at byte 4: attribute 1 claims 255 bytes, 8 left");
        }

        private void assertMalformed(String hex, int offset, String problem) {
            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> parse(hex))
                    .withMessage("malformed netlink message at byte " + offset + ": " + problem)
                    .satisfies(malformed -> assertThat(malformed.offset()).isEqualTo(offset));
        }
    }
}
