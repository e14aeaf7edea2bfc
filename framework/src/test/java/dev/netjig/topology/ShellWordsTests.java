package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShellWordsTests {

    @Test
    void white_space_separates_words() {
        assertThat(ShellWords.split("  -A\tFORWARD  -j DROP ")).containsExactly("-A", "FORWARD", "-j", "DROP");
    }

    @Test
    void quotes_hold_words_together() {
        assertThat(ShellWords.split("'a b' \"c d\" e' 'f ''")).containsExactly("a b", "c d", "e f", "");
    }

    @Test
    void backslashes_take_the_next_character_as_it_is() {
        assertThat(ShellWords.split("a\\ b \\' \"\\\"\\x\" '\\'")).containsExactly("a b", "'", "\"\\x", "\\");
    }

    @Test
    void nothing_is_expanded() {
        assertThat(ShellWords.split("$HOME ! * ~")).containsExactly("$HOME", "!", "*", "~");
    }

    @Test
    void an_open_quote_is_refused() {
        assertThatThrownBy(() -> ShellWords.split("a 'b"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("\"a 'b\" has an open '; close the quote");
    }

    @Test
    void a_second_line_is_refused() {
        assertThatThrownBy(() -> ShellWords.split("-A FORWARD -j DROP\nCOMMIT"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith("has several lines; one command; declare the next one by itself");
        assertThat(ShellWords.split("\n-F\n")).containsExactly("-F");
    }
}
