package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityTableParserTests {

    private static final String TABLE = """
              red   blue
        red   -     no 1
        blue  no 2  -
        1: blue has no way back
        2: blue has no route (ENETUNREACH)\
        """;

    @Test
    void reads_what_is_written() {
        assertThat(ReachabilityTableParser.parse(TABLE).text()).isEqualTo(TABLE);
    }

    @Test
    void writes_each_reason_once() {
        assertThat(ReachabilityTableParser.parse("a b c\n a - no 1 yes\n b no 2 - no 3\n c yes yes -\n1: x\n2: y\n3: x")
                        .text())
                .isEqualTo("""
                       a     b     c
                    a  -     no 1  yes
                    b  no 2  -     no 1
                    c  yes   yes   -
                    1: x
                    2: y\
                    """);
    }

    @Test
    void leaves_open_what_has_no_row() {
        assertThat(ReachabilityTableParser.parse("red blue\nred - yes").text()).isEqualTo("""
                  red  blue
            red   -    yes
            blue  ?    -\
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "red blue;red - yes;green yes -|a row must begin with one of the names in the first line, "
                        + "in the line \"green yes -\"",
                "red blue;red - yes;red - yes |there must be one row for red, in the line \"red - yes\"",
                "red blue;red - |2 cells are needed, one for each column, in the line \"red -\"",
                "red blue;red yes yes |a cell must be - where sender is receiver, only, in the line \"red yes yes\"",
                "red blue;red - maybe |a cell must be -, yes, or no with a number, in the line \"red - maybe\"",
                "red blue;red - no |a cell must be -, yes, or no with a number, in the line \"red - no\"",
                "red blue;red - no 3 |no line says what 3: is, in the line \"red - no 3\""
            })
    void says_what_is_wrong_with_a_line(String table, String problem) {
        assertThatThrownBy(() -> ReachabilityTableParser.parse(table.replace(";", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }
}
