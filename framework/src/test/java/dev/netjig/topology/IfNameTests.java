package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "veth1-r", "eth0.100", "fifteen-bytes-x", "br0@x", "한글다섯자", "é"})
    void takes_what_the_kernel_takes(String name) {
        assertThat(new IfName(name)).hasToString(name);
    }

    @Test
    void refuses_sixteen_bytes() {
        assertThatThrownBy(() -> new IfName("sixteen-bytes-xx"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("\"sixteen-bytes-xx\" is 16 bytes long; "
                        + "a device name has 1 to 15 bytes (IFNAMSIZ is 16 with its final zero)");
    }

    @Test
    void counts_bytes_not_characters() {
        assertThatThrownBy(() -> new IfName("여섯글자이름"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is 18 bytes long");
    }

    @Test
    void refuses_the_empty_name() {
        assertThatThrownBy(() -> new IfName(""))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("is 0 bytes long");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refuses_names_of_directories(String name) {
        assertThatThrownBy(() -> new IfName(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage('"' + name + "\" is a directory name; a device name is neither . nor ..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a:b", "eth%d"})
    void refuses_characters_that_the_kernel_refuses(String name) {
        assertThatThrownBy(() -> new IfName(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("contains '")
                .hasMessageEndingWith("a device name is free of '/', ':', '%', white space and control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\n", "à"})
    void refuses_white_space_as_the_kernel_sees_it(String name) {
        assertThatThrownBy(() -> new IfName(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("contains white space");
    }
}
