package dev.netjig.suites.chapterb;

import dev.netjig.topology.Topology;

/** The document's network from code, for tables whose rows differ in what an annotation cannot vary. */
final class Networks {

    private Networks() {}

    /** What {@link TwoNamespacesOnABridge} declares. */
    static Topology.Builder twoNamespacesOnABridge() {
        return Topology.builder()
                .netns("red", red -> red.lo(false))
                .netns("blue", blue -> blue.lo(false))
                .bridge("br0", br0 -> br0.address("192.168.0.1/24"))
                .vethPair(
                        "veth1-r",
                        v -> v.master("br0")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "veth1-b",
                        v -> v.master("br0")
                                .peer("veth2-b", peer -> peer.netns("blue").address("192.168.0.3/24")));
    }
}
