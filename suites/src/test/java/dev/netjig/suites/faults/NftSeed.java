package dev.netjig.suites.faults;

/** A chain with one rule in a table of its own, of any family that nftables knows. */
final class NftSeed {

    private NftSeed() {}

    /** @param hook as after {@code type} */
    static Seed of(String netns, String table, String hook, String rule) {
        return testbed -> testbed.netns(netns)
                .nft(table + " fault { chain faulty { type " + hook + "; policy accept; " + rule + "; }; }");
    }
}
