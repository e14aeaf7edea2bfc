package dev.netjig.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTests {

    @Test
    void a_table_has_columns_rows_and_causes() {
        Matrix matrix = Matrix.parse("""
                      node  red
            node      -     yes
            internet  no 1  ?
            1: internet has no route
            """).orElseThrow();

        assertThat(matrix.columns()).containsExactly("node", "red");
        assertThat(matrix.rows())
                .containsExactly(
                        new Matrix.Row("node", List.of("-", "yes")), new Matrix.Row("internet", List.of("no 1", "?")));
        assertThat(matrix.notes()).containsExactly("1: internet has no route");
    }

    @Test
    void another_text_is_no_table() {
        assertThat(Matrix.parse("a b c\nd yes\n")).isEmpty();
        assertThat(Matrix.parse("")).isEmpty();
    }
}
