package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IptablesArgumentsTests {

    @Test
    void the_table_is_filter_unless_it_is_named() {
        assertThat(IptablesArguments.parse("-A FORWARD -j DROP").table()).isEqualTo("filter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-t nat -A POSTROUTING -j MASQUERADE",
                "-A POSTROUTING -t nat -j MASQUERADE",
                "-A POSTROUTING -j MASQUERADE --table nat",
                "  iptables   -t nat -A POSTROUTING -j MASQUERADE "
            })
    void takes_the_table_from_anywhere(String text) {
        IptablesArguments arguments = IptablesArguments.parse(text);
        assertThat(arguments.table()).isEqualTo("nat");
        assertThat(arguments.words()).containsExactly("-A", "POSTROUTING", "-j", "MASQUERADE");
    }

    @Test
    void knows_a_policy() {
        assertThat(IptablesArguments.parse("-P FORWARD DROP").policy())
                .hasValueSatisfying(words -> assertThat(words).containsExactly("FORWARD", "DROP"));
        assertThat(IptablesArguments.parse("-A FORWARD -j DROP").policy()).isEmpty();
    }

    @Test
    void knows_what_adds_a_rule() {
        assertThat(IptablesArguments.parse("-I FORWARD 1 -j DROP").addsRule()).isTrue();
        assertThat(IptablesArguments.parse("--append FORWARD -j DROP").addsRule())
                .isTrue();
        assertThat(IptablesArguments.parse("-N mine").addsRule()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t natt -A POSTROUTING", "-A POSTROUTING -t"})
    void refuses_unknown_tables(String text) {
        assertThatThrownBy(() -> IptablesArguments.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("names the table \"")
                .hasMessageEndingWith("one of filter mangle nat raw security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-L", "-C FORWARD -j DROP", "FORWARD -j DROP", "-A FORWARD -A INPUT", "ip6tables -j DROP"})
    void refuses_what_changes_no_rule(String text) {
        assertThatThrownBy(() -> IptablesArguments.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("has no single command that changes rules");
    }
}
