package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTests {

    @Test
    void finds_the_name_with_the_fewest_edits() {
        assertThat(Similarity.closest("blu", List.of("red", "blue", "bull"))).contains("blue");
    }

    @Test
    void finds_a_swap_a_lost_and_an_additional_letter() {
        assertThat(Similarity.closest("bleu", List.of("blue"))).contains("blue");
        assertThat(Similarity.closest("veth1r", List.of("veth1-r"))).contains("veth1-r");
        assertThat(Similarity.closest("redd", List.of("red"))).contains("red");
    }

    @Test
    void a_swap_is_one_slip_only() {
        assertThat(Similarity.closest("rde", List.of("node", "red"))).contains("red");
    }

    @Test
    void finds_nothing_in_names_that_are_too_different() {
        assertThat(Similarity.closest("green", List.of("red", "blue"))).isEmpty();
        assertThat(Similarity.closest("x", List.of("y"))).isEmpty();
        assertThat(Similarity.closest("red", List.of())).isEmpty();
    }
}
