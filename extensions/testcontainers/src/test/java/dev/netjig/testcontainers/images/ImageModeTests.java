package dev.netjig.testcontainers.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of {@code -Dnetjig.images}. */
class ImageModeTests {

    @ParameterizedTest
    @EnumSource
    void each_mode_is_known_by_its_word(ImageMode mode) {
        assertThat(ImageMode.parse(mode.word())).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "online", "AUTO FLINE"})
    void another_word_is_told_those_that_are_allowed(String word) {
        assertThatThrownBy(() -> ImageMode.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dnetjig.images has to be one of auto, pull, offline, but is \"" + word + "\"");
    }
}
