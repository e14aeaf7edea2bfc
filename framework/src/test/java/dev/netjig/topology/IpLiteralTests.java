package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTests {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 00000000",
        "192.168.0.1, c0a80001",
        "255.255.255.255, ffffffff",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        "2001:DB8::1, 20010db8000000000000000000000001",
        "2001:db8:0:0:1:0:0:1, 20010db8000000000001000000000001",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::2:3:4:5:6:7:8, 00000002000300040005000600070008",
        "::ffff:192.168.0.1, 00000000000000000000ffffc0a80001",
        "64:ff9b::8.8.8.8, 0064ff9b000000000000000008080808"
    })
    void reads_literals(String text, String bytes) {
        assertThat(IpLiteral.parse(text).getAddress()).isEqualTo(HexFormat.of().parseHex(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "localhost",
                "192.168.0",
                "192.168.1",
                "192.168.0.256",
                "192.168.0.01",
                "192.168.0.1.",
                " 192.168.0.1",
                "0x7f.0.0.1",
                "1.2.3.-4",
                "٣.1.1.1",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::12345",
                "::g",
                ":1::",
                "1:",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::1.2.3"
            })
    void refuses_everything_else_without_asking_a_name_server(String text) {
        assertThatThrownBy(() -> IpLiteral.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage('"' + text + "\" is no IP address; "
                        + "write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)");
    }

    @Test
    void refuses_zones() {
        assertThatThrownBy(() -> IpLiteral.parse("fe80::1%eth0"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("\"fe80::1%eth0\" has a zone; name the device in its own element (dev)");
    }

    /** The examples of RFC 5952, sections 4 and 5. */
    @ParameterizedTest
    @CsvSource({
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0, ::",
        "1:0:0:0:0:0:0:0, 1::",
        "0:0:0:0:0:ffff:c0a8:1, ::ffff:192.168.0.1"
    })
    void writes_ipv6_as_rfc_5952_wants_it(String text, String canonical) {
        assertThat(IpLiteral.format(IpLiteral.parse(text))).isEqualTo(canonical);
    }

    @Test
    void reads_what_it_writes() throws Exception {
        long seed = 20261124;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                // Many zeros, so that there is something to compress.
                bytes[j] &= random.nextInt(3) == 0 ? (byte) 0xff : 0;
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            assertThat(IpLiteral.parse(IpLiteral.format(address)))
                    .as("address %d of seed %d", i, seed)
                    .isEqualTo(address);
        }
    }
}
