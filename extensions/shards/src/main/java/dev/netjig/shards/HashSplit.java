package dev.netjig.shards;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** By the name alone: a class stays in its shard whatever other classes there are. */
record HashSplit(int shards) implements Split {

    @Override
    public int shardOf(String className) {
        CRC32 hash = new CRC32();
        hash.update(className.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % shards) + 1;
    }
}
