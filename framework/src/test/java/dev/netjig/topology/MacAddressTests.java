package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTests {

    @Test
    void prints_lower_case() {
        assertThat(new MacAddress("02:00:00:AB:CD:EF")).hasToString("02:00:00:ab:cd:ef");
    }

    @Test
    void keeps_the_bytes_of_the_kernel() {
        byte[] bytes = {2, 0, 0, (byte) 0xab, (byte) 0xcd, (byte) 0xef};
        assertThat(MacAddress.of(bytes)).isEqualTo(new MacAddress("02:00:00:ab:cd:ef"));
        assertThat(MacAddress.of(bytes).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02:00:00:00:00",
                "02-00-00-00-00-01",
                "2:0:0:0:0:1",
                "02:00:00:00:00:0g",
                "02:00:00:00:00:01:02"
            })
    void refuses_other_texts(String text) {
        assertThatThrownBy(() -> new MacAddress(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        '"' + text + "\" is no Ethernet address; write six bytes in hexadecimal: 02:00:00:00:00:01");
    }

    @Test
    void tells_unicast_from_group_addresses() {
        assertThat(new MacAddress("02:00:00:00:00:01").isUnicast()).isTrue();
        assertThat(new MacAddress("01:00:5e:00:00:01").isUnicast()).isFalse();
        assertThat(new MacAddress("00:00:00:00:00:00").isUnicast()).isFalse();
    }
}
