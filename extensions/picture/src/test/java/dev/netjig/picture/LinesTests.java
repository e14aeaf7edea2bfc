package dev.netjig.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTests {

    private static final double TEN_LETTERS = Face.CODE.width("0123456789");

    @Test
    void a_text_is_broken_between_words() {
        assertThat(Lines.wrap("one two three four", Face.CODE, TEN_LETTERS, 9))
                .isEqualTo(List.of("one two", "three four"));
    }

    @Test
    void what_is_too_much_ends_in_an_ellipsis() {
        assertThat(Lines.wrap("one two three four five", Face.CODE, TEN_LETTERS, 2))
                .isEqualTo(List.of("one two", "three fou…"));
    }

    @Test
    void a_long_word_is_cut() {
        assertThat(Lines.wrap("abcdefghijklmn", Face.CODE, TEN_LETTERS, 2)).isEqualTo(List.of("abcdefghi…"));
    }

    @Test
    void balanced_lines_leave_no_word_alone() {
        assertThat(Lines.balanced("aaa bbb ccc ddd eee", Face.CODE, Face.CODE.width("aaa bbb ccc ddd"), 9))
                .isEqualTo(List.of("aaa bbb ccc", "ddd eee"));
    }

    @Test
    void a_line_that_goes_straight_on_or_back_is_simplified() {
        Line line = Line.of(
                new Line.Point(0, 0),
                new Line.Point(5, 0),
                new Line.Point(9, 0),
                new Line.Point(9, 8),
                new Line.Point(9, 4));

        assertThat(line.simplified())
                .isEqualTo(Line.of(new Line.Point(0, 0), new Line.Point(9, 0), new Line.Point(9, 4)));
    }
}
