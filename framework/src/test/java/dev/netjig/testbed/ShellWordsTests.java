package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTests {

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
}
