package dev.netjig.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmePictureTests {

    @Test
    void the_committed_picture_is_what_is_drawn_of_the_same_failure_now() throws IOException {
        String committed = Files.readString(Path.of(ReadmePicture.FILE));

        assertThat(comparable(ReadmePicture.draw())).isEqualTo(comparable(committed));
    }

    /** Without how long the sender waited, and without the evidence, which depends on the machine. */
    private static String comparable(String svg) {
        return svg.replaceAll("within \\d+ ms", "within N ms").replaceAll("(?s)<desc .*?</desc>", "");
    }
}
