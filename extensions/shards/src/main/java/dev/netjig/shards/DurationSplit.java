package dev.netjig.shards;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By recorded durations: each class, the longest first, goes to the shard that has the least to do. What has no record is
 * split by its name.
 */
final class DurationSplit implements Split {

    private final Map<String, Integer> shards;
    private final Split others;

    DurationSplit(Map<String, Long> millis, int shards) {
        long[] load = new long[shards];
        this.shards = longestFirst(millis)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> give(entry.getValue(), load)));
        others = new HashSplit(shards);
    }

    @Override
    public int shardOf(String className) {
        return shards.getOrDefault(className, others.shardOf(className));
    }

    /** Equally long ones by name: the order of a file must not matter. */
    private static Stream<Map.Entry<String, Long>> longestFirst(Map<String, Long> millis) {
        Comparator<Map.Entry<String, Long>> longest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return List.copyOf(millis.entrySet()).stream().sorted(longest.thenComparing(Map.Entry.comparingByKey()));
    }

    private static int give(long millis, long[] load) {
        int least = 0;
        for (int i = 1; i < load.length; i++) {
            if (load[i] < load[least]) {
                least = i;
            }
        }
        load[least] += millis;
        return least + 1;
    }
}
