package dev.netjig.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTests {

    private static final List<String> CLASSES = IntStream.rangeClosed(1, 700)
            .mapToObj(i -> "dev.example.area" + i % 9 + ".Case" + i + "Tests")
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void a_hash_gives_each_class_to_one_shard_and_each_shard_its_part(int shards) {
        int[] classes = new int[shards + 1];

        CLASSES.forEach(type -> classes[new HashSplit(shards).shardOf(type)]++);

        assertThat(classes[0]).isZero();
        for (int shard = 1; shard <= shards; shard++) {
            assertThat(classes[shard]).isBetween(500 / shards, 900 / shards);
        }
    }

    /** The figures are those of CRC-32 (by Python's zlib); a change of them sends tests to other shards, and is no bug fix. */
    @Test
    void a_hash_is_the_same_in_every_jvm() {
        assertThat(List.of("dev.example.ATests", "dev.example.BTests", "dev.example.Ünicode"))
                .extracting(new HashSplit(1000)::shardOf)
                .containsExactly(939, 213, 84);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void durations_give_each_class_to_one_shard_and_balance_them(int shards) {
        Random random = new Random(42);
        Map<String, Long> millis = new TreeMap<>();
        CLASSES.forEach(type -> millis.put(type, (long) random.nextInt(10_000)));
        Split split = new DurationSplit(millis, shards);
        long[] load = new long[shards + 1];

        millis.forEach((type, duration) -> load[split.shardOf(type)] += duration);

        long whole = millis.values().stream().mapToLong(Long::longValue).sum();
        assertThat(load[0]).isZero();
        for (int shard = 1; shard <= shards; shard++) {
            assertThat(load[shard])
                    .as("seed 42, shard %s", shard)
                    .isBetween(whole / shards - 100, whole / shards + 100);
        }
    }

    @Test
    void the_longest_goes_first_and_each_to_the_least_loaded() {
        Split split = new DurationSplit(Map.of("A", 900L, "B", 500L, "C", 400L, "D", 300L, "E", 200L, "F", 100L), 3);

        assertThat(List.of("A", "B", "C", "D", "E", "F"))
                .extracting(split::shardOf)
                .containsExactly(1, 2, 3, 3, 2, 2);
    }

    @Test
    void the_order_of_the_file_does_not_matter() {
        Map<String, Long> forwards = new LinkedHashMap<>();
        Map<String, Long> backwards = new LinkedHashMap<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            forwards.put(CLASSES.get(i), 5L);
            backwards.put(CLASSES.get(CLASSES.size() - 1 - i), 5L);
        }

        assertThat(CLASSES)
                .extracting(new DurationSplit(forwards, 3)::shardOf)
                .containsExactlyElementsOf(CLASSES.stream()
                        .map(new DurationSplit(backwards, 3)::shardOf)
                        .toList());
    }

    @Test
    void a_class_without_a_record_goes_by_its_name() {
        Split split = new DurationSplit(Map.of("A", 900L), 7);

        assertThat(CLASSES)
                .allSatisfy(type -> assertThat(split.shardOf(type)).isEqualTo(new HashSplit(7).shardOf(type)));
    }
}
