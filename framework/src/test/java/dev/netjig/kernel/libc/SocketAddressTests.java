package dev.netjig.kernel.libc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.IpLiteral;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SocketAddressTests {

    @Test
    void ipv4_is_laid_out_as_sockaddr_in() {
        // sin_family, sin_port, sin_addr, sin_zero
        assertThat(hex(SocketAddress.of(IpLiteral.parse("192.168.0.1"), 8080)))
                .isEqualTo(family(2) + "1f90" + "c0a80001" + "0000000000000000");
    }

    @Test
    void ipv6_is_laid_out_as_sockaddr_in6() {
        // sin6_family, sin6_port, sin6_flowinfo, sin6_addr, sin6_scope_id
        assertThat(hex(SocketAddress.of(IpLiteral.parse("2001:db8::1"), 53)))
                .isEqualTo(family(10) + "0035" + "00000000" + "20010db8000000000000000000000001" + "00000000");
    }

    @Test
    void what_was_written_is_read() {
        for (String address : new String[] {"0.0.0.0", "255.255.255.255", "::", "fe80::1", "2001:db8::ffff"}) {
            byte[] bytes = SocketAddress.of(IpLiteral.parse(address), 65_535);

            assertThat(SocketAddress.parse(bytes)).contains(new InetSocketAddress(IpLiteral.parse(address), 65_535));
        }
    }

    @Test
    void a_foreign_family_is_no_address() {
        assertThat(SocketAddress.parse(HexFormat.of().parseHex(family(17) + "0003000000000000")))
                .isEmpty();
    }

    @Test
    void what_is_cut_short_is_no_address() {
        byte[] ipv4 = SocketAddress.of(IpLiteral.parse("192.168.0.1"), 1);
        byte[] ipv6 = SocketAddress.of(IpLiteral.parse("::1"), 1);

        for (int length = 0; length < 8; length++) {
            assertThat(SocketAddress.parse(Arrays.copyOf(ipv4, length))).isEmpty();
        }
        for (int length = 0; length < 24; length++) {
            assertThat(SocketAddress.parse(Arrays.copyOf(ipv6, length))).isEmpty();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** {@code sa_family_t}, in the machine's order. */
    private static String family(int family) {
        return hex(ByteBuffer.allocate(2)
                .order(ByteOrder.nativeOrder())
                .putShort((short) family)
                .array());
    }
}
