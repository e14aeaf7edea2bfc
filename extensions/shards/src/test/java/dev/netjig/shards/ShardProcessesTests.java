package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards as they are: JVMs of their own that know nothing of each other. */
class ShardProcessesTests {

    private static final String FIXTURES = "dev.netjig.shards.fixtures.";
    private static final int TESTS = 4 * 2 + 3 + 4;

    @TempDir
    private Path directory;

    @Test
    void every_test_runs_in_exactly_one_shard_and_all_durations_are_recorded() throws Exception {
        Path recorded = directory.resolve("durations.tsv");
        List<ShardProcess> shards = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            shards.add(ShardProcess.start(
                    Map.of("JOB_COMPLETION_INDEX", String.valueOf(index), "NETJIG_SHARDS", "3"),
                    "-Dnetjig.shard.record=" + recorded));
        }

        assertThat(testsOf(shards)).hasSize(TESTS).doesNotHaveDuplicates();
        assertThat(new DurationFile(recorded).read())
                .containsOnlyKeys(List.of("Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta").stream()
                        .map(name -> FIXTURES + name + "TestCase")
                        .toList());
    }

    @Test
    void recorded_durations_are_balanced() throws Exception {
        Map<String, Long> millis = Map.of("Alpha", 900L, "Beta", 500L, "Gamma", 400L, "Delta", 300L, "Epsilon", 200L);
        Path durations = Files.writeString(directory.resolve("durations.tsv"), text(millis));
        List<ShardProcess> shards = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            shards.add(ShardProcess.start(
                    Map.of("CI_NODE_INDEX", String.valueOf(index), "CI_NODE_TOTAL", "3"),
                    "-Dnetjig.shard.durations=" + durations));
        }

        List<Long> loads = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (ShardProcess shard : shards) {
            List<String> tests = shard.tests();
            all.addAll(tests);
            loads.add(millis.entrySet().stream()
                    .filter(entry -> tests.stream().anyMatch(test -> test.contains(entry.getKey() + "TestCase")))
                    .mapToLong(Map.Entry::getValue)
                    .sum());
        }

        assertThat(all).hasSize(TESTS).doesNotHaveDuplicates();
        assertThat(loads).containsExactly(900L, 700L, 700L);
    }

    @Test
    void without_settings_a_jvm_runs_everything() throws Exception {
        assertThat(ShardProcess.start(Map.of()).tests()).hasSize(TESTS);
    }

    @Test
    void a_bad_value_ends_the_run_with_its_message() throws Exception {
        ShardProcess shard = ShardProcess.start(Map.of(), "-Dnetjig.shard=3");

        assertThat(shard.failure()).contains("netjig: netjig.shard is '3'; allowed is i/n with i from 1 to n, as 2/3");
    }

    private static List<String> testsOf(List<ShardProcess> shards) throws IOException, InterruptedException {
        List<String> tests = new ArrayList<>();
        for (ShardProcess shard : shards) {
            tests.addAll(shard.tests());
        }
        return tests;
    }

    private static String text(Map<String, Long> millis) {
        StringBuilder text = new StringBuilder();
        millis.forEach((name, duration) -> text.append(FIXTURES)
                .append(name)
                .append("TestCase\t")
                .append(duration)
                .append('\n'));
        return text.toString();
    }
}
