package dev.netjig.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTests {

    @ParameterizedTest
    @ValueSource(strings = {"red", "veth1-r", "eth0.100", "net.ipv4.ip_forward=1", "192.168.0.1/24", "a@b"})
    void plain_words_stay_as_they_are(String word) {
        assertThat(Shell.quote(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a b, 'a b'",
                "a;b, 'a;b'",
                "$x, '$x'",
                "~, '~'",
                "a*, 'a*'",
                "it's, 'it'\\''s'",
                "``, ''",
                "!, '!'"
            })
    void other_words_are_quoted(String word, String quoted) {
        assertThat(Shell.quote(word)).isEqualTo(quoted);
    }

    @Test
    void a_here_document_ends_with_a_line_that_its_text_has_not() {
        assertThat(Shell.hereDocument("cat", "a\nEOF\nEOF_")).isEqualTo("cat <<'EOF__'\na\nEOF\nEOF_\nEOF__");
    }
}
