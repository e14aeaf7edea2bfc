package dev.netjig.shards;

import java.util.Optional;

/**
 * Which shard this JVM is, from the first of these that is set: {@code netjig.shard}, {@code NETJIG_SHARD}, GitLab's
 * variables, those of an indexed Job of Kubernetes.
 */
final class ShardChoice {

    static final String SHARD = "netjig.shard";

    private static final int MOST = 999_999;

    private final Settings settings;

    ShardChoice(Settings settings) {
        this.settings = settings;
    }

    /** Empty if this JVM is to run all tests. */
    Optional<Shard> shard() {
        return settings.property(SHARD)
                .or(() -> settings.variable("NETJIG_SHARD"))
                .map(setting -> Shard.parse(setting.name(), setting.value()))
                .or(this::gitlab)
                .or(this::kubernetes);
    }

    /** GitLab counts from 1, and tells the total to jobs without {@code parallel}, too. */
    private Optional<Shard> gitlab() {
        Optional<Setting> total = settings.variable("CI_NODE_TOTAL");
        return settings.variable("CI_NODE_INDEX").map(index -> {
            int shards = total.orElseThrow(() -> new ShardException(
                            index + ", but CI_NODE_TOTAL is not set; set both, or -D" + SHARD + "=i/n"))
                    .number(1, MOST, "1");
            return new Shard(index.number(1, shards, "1 to CI_NODE_TOTAL, " + shards), shards);
        });
    }

    /** Kubernetes counts from 0, and does not tell a pod how many completions its Job has. */
    private Optional<Shard> kubernetes() {
        Optional<Setting> index = settings.variable("JOB_COMPLETION_INDEX");
        Optional<Setting> total = settings.property("netjig.shards").or(() -> settings.variable("NETJIG_SHARDS"));
        if (index.isEmpty()) {
            total.ifPresent(given -> {
                throw new ShardException(given + ", but JOB_COMPLETION_INDEX is not set;"
                        + " a Job with completionMode: Indexed sets it, elsewhere say -D" + SHARD + "=i/n");
            });
            return Optional.empty();
        }
        return index.map(given -> {
            int shards = total.orElseThrow(() -> new ShardException(given
                            + ", but NETJIG_SHARDS is not set; set it to the Job's completions, or -D" + SHARD
                            + "=1/1 to run all tests"))
                    .number(1, MOST, "1");
            return new Shard(given.number(0, shards - 1, "0 to " + (shards - 1)) + 1, shards);
        });
    }
}
