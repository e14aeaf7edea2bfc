package dev.netjig.shards;

/** Tells for each top-level class the number of its shard, the same in every JVM. */
@FunctionalInterface
interface Split {

    /** From 1. */
    int shardOf(String className);
}
