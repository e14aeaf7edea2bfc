package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTests {

    @ParameterizedTest
    @CsvSource({"0, 0.00 s", "214, 0.21 s", "9994, 9.99 s", "9999, 10.0 s", "99940, 99.9 s", "99951, 1 min 40 s"})
    void durations_have_three_digits(long millis, String text) {
        assertThat(Texts.of(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void long_lines_break_between_words() {
        assertThat(Texts.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void a_word_longer_than_a_line_stays_whole() {
        assertThat(Texts.wrap("a 2001:db8::0001/128 b", 6)).containsExactly("a", "2001:db8::0001/128", "b");
    }

    @Test
    void an_empty_text_is_one_empty_line() {
        assertThat(Texts.wrap(" ", 7)).containsExactly("");
    }
}
