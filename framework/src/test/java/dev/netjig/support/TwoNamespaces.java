package dev.netjig.support;

import dev.netjig.topology.Topology;

/** The documents' network: red (192.168.0.2) and blue (192.168.0.3) on the node's bridge br0 (192.168.0.1). */
public final class TwoNamespaces {

    private TwoNamespaces() {}

    public static Topology.Builder topology() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .bridge("br0", b -> b.address("192.168.0.1/24"))
                .vethPair(
                        "veth1-r",
                        v -> v.master("br0").peer("veth2-r", p -> p.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "veth1-b",
                        v -> v.master("br0")
                                .peer("veth2-b", p -> p.netns("blue").address("192.168.0.3/24")));
    }
}
