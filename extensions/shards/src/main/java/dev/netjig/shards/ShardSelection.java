package dev.netjig.shards;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;

/** What belongs to this JVM's shard, and how all of it is split. */
record ShardSelection(Shard shard, Split split) {

    static final String DURATIONS = "netjig.shard.durations";
    static final String RECORD = "netjig.shard.record";

    /** Empty if this JVM is to run all tests. */
    static Optional<ShardSelection> of(Settings settings) {
        return new ShardChoice(settings).shard().map(shard -> new ShardSelection(shard, split(settings, shard.of())));
    }

    FilterResult judge(String group) {
        int owner = split.shardOf(group);
        return owner == shard.number()
                ? FilterResult.included(group + " belongs to shard " + shard)
                : FilterResult.excluded(
                        group + " belongs to shard " + new Shard(owner, shard.of()) + ", this is " + shard);
    }

    private static Split split(Settings settings, int shards) {
        return settings.property(DURATIONS)
                .<Split>map(file -> new DurationSplit(durations(file, settings), shards))
                .orElseGet(() -> new HashSplit(shards));
    }

    private static Map<String, Long> durations(Setting setting, Settings settings) {
        DurationFile file = new DurationFile(Path.of(setting.value()));
        settings.property(RECORD)
                .map(record -> new DurationFile(Path.of(record.value())))
                .filter(file::equals)
                .ifPresent(same -> {
                    throw new ShardException(DURATIONS + " and " + RECORD + " are both '" + setting.value()
                            + "'; record to another file: a shard that starts late would read what an early one has"
                            + " written, and split otherwise");
                });
        try {
            return file.read();
        } catch (IOException e) {
            throw ShardException.notAllowed(
                    DURATIONS, setting.value(), "a readable file, the same for all shards (" + e + ")");
        }
    }
}
