package dev.netjig.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTests {

    @Test
    void reads_as_a_sentence() {
        assertThat(new Origin("@Bridge(name = \"br0\")", "class Two"))
                .hasToString("@Bridge(name = \"br0\") on class Two");
    }

    @Test
    void comment_names_declaration_and_place_without_quotes() {
        assertThat(new Origin("@Masquerade(source = \"192.168.0.0/24\")", "class Two").comment())
                .isEqualTo("netjig: @Masquerade(source = 192.168.0.0/24) on class Two");
    }

    @Test
    void comment_is_a_single_line_without_backslashes() {
        assertThat(new Origin("rawRule(\"a\\b\n\tc\")", "class Two").comment())
                .isEqualTo("netjig: rawRule(a/b c) on class Two");
    }

    @Test
    void comment_is_cut_to_what_nft_takes() {
        assertThat(new Origin("x".repeat(200), "class Two").comment()).isEqualTo("netjig: " + "x".repeat(120));
    }

    @Test
    void comment_is_never_cut_within_a_character() {
        String comment = new Origin("한".repeat(100), "class Two").comment();
        assertThat(comment).isEqualTo("netjig: " + "한".repeat(40));
        assertThat(comment.getBytes(UTF_8)).hasSize(128);
        assertThat(new Origin("x" + "한".repeat(100), "class Two").comment()).isEqualTo("netjig: x" + "한".repeat(39));
        assertThat(new Origin("😀".repeat(100), "class Two").comment()).isEqualTo("netjig: " + "😀".repeat(30));
    }
}
