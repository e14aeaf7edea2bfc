package dev.netjig.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExhibitTests {

    @Test
    void text_is_written_in_utf8() throws IOException {
        Exhibit exhibit = Exhibit.text("journey.txt", () -> "red → blue");

        assertThat(exhibit.bytes()).asString().isEqualTo("red → blue");
        assertThat(exhibit.mediaType()).isEqualTo("text/plain;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../escape.txt", "a/b", "a\\b"})
    void a_file_name_has_no_directory(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exhibit.text(name, () -> ""))
                .withMessage(
                        "the file name of an exhibit must be a name without a directory, but it is \"" + name + "\"");
    }
}
