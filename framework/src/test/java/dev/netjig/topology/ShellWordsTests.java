package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void plain_words_stay_as_they_are() {
        assertThat(ShellWords.join(List.of("ping", "-c", "1", "fe80::1%eth0", "a=b,c", "/run/x_y.z", "me@host")))
                .isEqualTo("ping -c 1 fe80::1%eth0 a=b,c /run/x_y.z me@host");
    }

    @Test
    void what_a_shell_would_change_is_quoted() {
        assertThat(ShellWords.join(List.of("echo", "a b", "$HOME", "*", "!", "")))
                .isEqualTo("echo 'a b' '$HOME' '*' '!' ''");
    }

    @Test
    void a_quote_in_a_word_survives() {
        assertThat(ShellWords.join(List.of("it's"))).isEqualTo("'it'\\''s'");
    }

    @Test
    void what_a_shell_would_expand_at_the_beginning_of_a_word_is_quoted() {
        assertThat(ShellWords.join(List.of("=ls", "~", "a=~"))).isEqualTo("'=ls' '~' 'a=~'");
    }

    @Test
    void what_was_joined_is_split_into_the_same_words() {
        List<String> words = List.of("nft", "add rule ip t c", "it's", "\"", "\\", "");

        assertThat(ShellWords.split(ShellWords.join(words))).isEqualTo(words);
    }
}
