package dev.netjig.suites.chapterb;

import dev.netjig.topology.Topology;

/** The document's network from code, for tables whose rows differ in what an annotation cannot vary. */
final class Networks {

    private Networks() {}

    /** A node with nothing but an uplink to a world outside, for commands typed by hand. */
    static Topology.Builder nodeWithInternet() {
        return Topology.builder()
                .netns("internet")
                .address("internet", "lo", "8.8.8.8/32")
                .vethPair(
                        "eth0",
                        v -> v.address("10.0.0.2/24")
                                .peer("eth0", peer -> peer.netns("internet").address("10.0.0.1/24")))
                .route(route -> route.to("default").via("10.0.0.1"))
                .sysctl("internet", "net.ipv4.ip_default_ttl", "104");
    }

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
