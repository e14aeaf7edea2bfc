package dev.netjig.topology;

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
    void comment_shortens_the_declaration_before_the_place() {
        assertThat(new Origin("x".repeat(200), "class Two").comment())
                .isEqualTo("netjig: " + "x".repeat(104) + "... on class Two")
                .hasSize(128);
    }

    @Test
    void comment_is_cut_at_its_end_if_the_place_leaves_no_room() {
        assertThat(new Origin("@Netns", "class " + "X".repeat(200)).comment())
                .isEqualTo("netjig: @Netns on class " + "X".repeat(104))
                .hasSize(128);
    }

    @Test
    void comment_is_never_cut_within_a_character() {
        assertThat(new Origin("한".repeat(100), "class Two").comment())
                .isEqualTo("netjig: " + "한".repeat(34) + "... on class Two");
        assertThat(new Origin("@Netns", "한".repeat(100)).comment()).isEqualTo("netjig: @Netns on " + "한".repeat(36));
        assertThat(new Origin("@Netns", "😀".repeat(100)).comment()).isEqualTo("netjig: @Netns on " + "😀".repeat(27));
    }
}
