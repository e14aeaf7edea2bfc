package dev.netjig.kernel.icmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoRequestTests {

    @Test
    void the_checksum_is_that_of_rfc_1071() {
        // The example of RFC 1071, section 3: the sum is ddf2.
        assertThat(EchoRequest.checksum(bytes("0001f203f4f5f6f7"))).isEqualTo((short) ~0xddf2);
    }

    @Test
    void an_odd_byte_counts_as_the_high_one() {
        assertThat(EchoRequest.checksum(bytes("000102"))).isEqualTo((short) ~0x0201);
    }

    @Test
    void the_carry_is_added_until_there_is_none() {
        assertThat(EchoRequest.checksum(bytes("ffffffff0001"))).isEqualTo((short) ~0x0001);
    }

    @Test
    void a_request_is_laid_out_as_the_rfc_has_it() {
        byte[] request = new EchoRequest(0x1234, 7, bytes("6e6574")).toBytes(8);

        // type 8, code 0, checksum, id, sequence, payload "net"
        assertThat(HexFormat.of().formatHex(request)).isEqualTo("0800" + "035f" + "12340007" + "6e6574");
    }

    @Test
    void a_request_with_its_checksum_sums_up_to_nothing() {
        Random random = new Random(1071);
        for (int length = 0; length < 300; length++) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);
            byte[] request = new EchoRequest(random.nextInt(65_536), random.nextInt(65_536), payload).toBytes(8);

            assertThat(EchoRequest.checksum(request))
                    .as("payload of %d bytes", length)
                    .isZero();
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
