package dev.netjig.topology.plan;

import dev.netjig.topology.Topology;

/** The networks of the documents, for tests. */
final class Networks {

    private Networks() {}

    /** Two namespaces on a bridge, with the way to the outside. */
    static Topology.Builder twoNamespaces() {
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
                                .peer("veth2-b", p -> p.netns("blue").address("192.168.0.3/24")))
                .route(r -> r.netns("red").to("default").via("192.168.0.1"))
                .route(r -> r.netns("blue").to("default").via("192.168.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1");
    }
}
