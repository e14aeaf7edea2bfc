package dev.netjig.topology.plan;

import dev.netjig.support.TwoNamespaces;
import dev.netjig.topology.Topology;

/** The networks of the documents, for tests. */
final class Networks {

    private Networks() {}

    /** Two namespaces on a bridge, with the way to the outside. */
    static Topology.Builder twoNamespaces() {
        return TwoNamespaces.topology()
                .route(r -> r.netns("red").to("default").via("192.168.0.1"))
                .route(r -> r.netns("blue").to("default").via("192.168.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1");
    }
}
