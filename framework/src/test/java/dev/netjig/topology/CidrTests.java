package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTests {

    @ParameterizedTest
    @CsvSource({
        "192.168.0.1/24, 192.168.0.1/24",
        "192.168.0.1, 192.168.0.1/32",
        "default, 0.0.0.0/0",
        "::/0, ::/0",
        "2001:DB8:0::1/64, 2001:db8::1/64",
        "2001:db8::1, 2001:db8::1/128"
    })
    void prints_its_canonical_text(String text, String canonical) {
        assertThat(Cidr.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.0.1/33", "10.0.0.0/999"})
    void refuses_prefixes_longer_than_the_address(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("\"%s\" has a prefix length of %s; an IPv4 prefix has 0 to 32 bits"
                        .formatted(text, text.substring(text.indexOf('/') + 1)));
    }

    @Test
    void refuses_negative_prefix_lengths() throws Exception {
        InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        assertThatThrownBy(() -> new Cidr(address, -1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("\"10.0.0.1/-1\" has a prefix length of -1; an IPv4 prefix has 0 to 32 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/255.0.0.0", "10.0.0.0/8/8"})
    void refuses_lengths_that_are_no_number(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage('"' + text + "\" has no decimal number after the slash; "
                        + "write a prefix length: 192.168.0.1/24, not a mask such as 255.255.255.0");
    }

    @Test
    void names_the_whole_text_if_the_address_is_wrong() {
        assertThatThrownBy(() -> Cidr.parse("192.168.0.256/24"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("\"192.168.0.256/24\" is no IP address; ");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.1/24, 192.168.0.0/24",
        "192.168.255.255/20, 192.168.240.0/20",
        "192.168.0.1/32, 192.168.0.1/32",
        "192.168.0.1/0, 0.0.0.0/0",
        "2001:db8:ffff::1/33, 2001:db8:8000::/33",
        "::ffff:1.2.3.4/128, ::ffff:1.2.3.4/128"
    })
    void knows_its_network(String cidr, String network) {
        assertThat(Cidr.parse(cidr).network()).isEqualTo(Cidr.parse(network));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.1/24, 192.168.0.255, true",
        "192.168.0.1/24, 192.168.1.0, false",
        "192.168.0.1/32, 192.168.0.1, true",
        "default, 8.8.8.8, true",
        "default, ::1, false",
        "::/0, 8.8.8.8, false",
        "2001:db8::/32, 2001:db8:1::1, true"
    })
    void knows_what_it_contains(String cidr, String address, boolean contained) {
        assertThat(Cidr.parse(cidr).contains(IpLiteral.parse(address))).isEqualTo(contained);
    }

    @Test
    void knows_default_and_hosts() {
        assertThat(Cidr.parse("0.0.0.0/0").isDefault()).isTrue();
        assertThat(Cidr.parse("::/0").isDefault()).isTrue();
        assertThat(Cidr.parse("1.2.3.4/0").isDefault()).isFalse();
        assertThat(Cidr.parse("1.2.3.4").isHost()).isTrue();
        assertThat(Cidr.parse("::1").isHost()).isTrue();
        assertThat(Cidr.parse("1.2.3.4/31").isHost()).isFalse();
    }

    @Test
    void knows_whether_it_has_host_bits() {
        assertThat(Cidr.parse("192.168.0.1/24").hasHostBits()).isTrue();
        assertThat(Cidr.parse("192.168.0.0/24").hasHostBits()).isFalse();
        assertThat(Cidr.parse("192.168.0.1").hasHostBits()).isFalse();
    }

    @Test
    void forgets_the_host_name_of_its_address() throws Exception {
        byte[] bytes = {10, 0, 0, 1};
        Cidr named = Cidr.host(InetAddress.getByAddress("router", bytes));
        assertThat(named.address().toString()).isEqualTo("/10.0.0.1");
        assertThat(named).isEqualTo(Cidr.parse("10.0.0.1"));
    }
}
