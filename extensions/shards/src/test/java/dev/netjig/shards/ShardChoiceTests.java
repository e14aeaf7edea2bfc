package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardChoiceTests {

    @Test
    void without_settings_all_tests_run() {
        assertThat(choice(Map.of(), Map.of())).isEmpty();
    }

    @Test
    void empty_settings_are_none() {
        assertThat(choice(Map.of("netjig.shard", ""), Map.of("NETJIG_SHARD", " ", "CI_NODE_INDEX", "")))
                .isEmpty();
    }

    @Test
    void a_job_of_gitlab_without_parallel_runs_all_tests() {
        assertThat(choice(Map.of(), Map.of("CI_NODE_TOTAL", "1"))).isEmpty();
    }

    @Test
    void the_property_comes_first() {
        assertThat(choice(
                        Map.of("netjig.shard", "2/3"),
                        Map.of("NETJIG_SHARD", "1/9", "CI_NODE_INDEX", "4", "CI_NODE_TOTAL", "9")))
                .contains(new Shard(2, 3));
    }

    @Test
    void the_variable_of_a_matrix_comes_next() {
        assertThat(choice(Map.of(), Map.of("NETJIG_SHARD", "3/3", "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "9")))
                .contains(new Shard(3, 3));
    }

    @Test
    void gitlab_counts_from_1() {
        assertThat(choice(Map.of(), Map.of("CI_NODE_INDEX", "3", "CI_NODE_TOTAL", "3")))
                .contains(new Shard(3, 3));
    }

    @Test
    void kubernetes_counts_from_0() {
        assertThat(choice(Map.of(), Map.of("JOB_COMPLETION_INDEX", "0", "NETJIG_SHARDS", "3")))
                .contains(new Shard(1, 3));
        assertThat(choice(Map.of("netjig.shards", "4"), Map.of("JOB_COMPLETION_INDEX", "3", "NETJIG_SHARDS", "9")))
                .contains(new Shard(4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1/0", "3", "/", "-1/3", "1/3/5", "a/b", "1 / 3", "1/99999999999"})
    void a_shard_that_cannot_be_is_named(String text) {
        assertThatThrownBy(() -> choice(Map.of("netjig.shard", text), Map.of()))
                .isInstanceOf(ShardException.class)
                .hasMessage("netjig: netjig.shard is '" + text + "'; allowed is i/n with i from 1 to n, as 2/3");
    }

    @Test
    void the_variable_is_named_as_such() {
        refuses(
                Map.of("NETJIG_SHARD", "4/3"),
                "netjig: NETJIG_SHARD is '4/3'; allowed is i/n with i from 1 to n, as 2/3");
    }

    @Test
    void what_gitlab_cannot_say_is_named() {
        refuses(
                Map.of("CI_NODE_INDEX", "0", "CI_NODE_TOTAL", "3"),
                "netjig: CI_NODE_INDEX is '0'; allowed is a whole number from 1 to CI_NODE_TOTAL, 3");
        refuses(
                Map.of("CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "three"),
                "netjig: CI_NODE_TOTAL is 'three'; allowed is a whole number from 1");
        refuses(
                Map.of("CI_NODE_INDEX", "1"),
                "netjig: CI_NODE_INDEX is '1', but CI_NODE_TOTAL is not set; set both, or -Dnetjig.shard=i/n");
    }

    @Test
    void what_kubernetes_cannot_say_is_named() {
        refuses(
                Map.of("JOB_COMPLETION_INDEX", "3", "NETJIG_SHARDS", "3"),
                "netjig: JOB_COMPLETION_INDEX is '3'; allowed is a whole number from 0 to 2");
        refuses(
                Map.of("JOB_COMPLETION_INDEX", "0", "NETJIG_SHARDS", "0"),
                "netjig: NETJIG_SHARDS is '0'; allowed is a whole number from 1");
        refuses(
                Map.of("JOB_COMPLETION_INDEX", "2"),
                "netjig: JOB_COMPLETION_INDEX is '2', but NETJIG_SHARDS is not set;"
                        + " set it to the Job's completions, or -Dnetjig.shard=1/1 to run all tests");
    }

    @Test
    void a_job_that_is_not_indexed_is_refused() {
        refuses(
                Map.of("NETJIG_SHARDS", "3"),
                "netjig: NETJIG_SHARDS is '3', but JOB_COMPLETION_INDEX is not set;"
                        + " a Job with completionMode: Indexed sets it, elsewhere say -Dnetjig.shard=i/n");
    }

    private static void refuses(Map<String, String> variables, String message) {
        assertThatThrownBy(() -> choice(Map.of(), variables))
                .isInstanceOf(ShardException.class)
                .hasMessage(message);
    }

    private static Optional<Shard> choice(Map<String, String> properties, Map<String, String> variables) {
        return new ShardChoice(GivenSettings.of(properties, variables)).shard();
    }
}
