package dev.netjig.testbed;

import dev.netjig.support.TwoNamespaces;
import dev.netjig.topology.Topology;

/** The networks that the tests of the live rings are about. */
public final class Networks {

    private Networks() {}

    /** red, with one link to the node: 192.168.0.2 on veth2-r, 192.168.0.1 on veth1-r. */
    public static Topology.Builder pair() {
        return Topology.builder()
                .netns("red")
                .vethPair(
                        "veth1-r",
                        v -> v.address("192.168.0.1/24")
                                .peer("veth2-r", p -> p.netns("red").address("192.168.0.2/24")));
    }

    /** red (192.168.0.2) and blue (192.168.0.3) on the node's bridge br0 (192.168.0.1). */
    public static Topology.Builder bridge() {
        return TwoNamespaces.topology();
    }

    /**
     * red and blue on the bridge of a node that forwards, and behind its eth0 (10.0.0.2) the internet, which has 8.8.8.8,
     * starts with ttl 104 and knows no way back to 192.168.0.0/24.
     */
    public static Topology.Builder internet() {
        return bridge().netns("internet")
                .vethPair(
                        "eth0",
                        v -> v.address("10.0.0.2/24")
                                .peer("eth0", p -> p.netns("internet").address("10.0.0.1/24")))
                .address("internet", "lo", "8.8.8.8/32")
                .sysctl("internet", "net.ipv4.ip_default_ttl", "104")
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .route(r -> r.netns("red").to("default").via("192.168.0.1"))
                .route(r -> r.netns("blue").to("default").via("192.168.0.1"))
                .route(r -> r.to("default").via("10.0.0.1"));
    }

    /** The same where the internet knows the way back. */
    public static Topology.Builder routedInternet() {
        return internet().route(r -> r.netns("internet").to("192.168.0.0/24").via("10.0.0.2"));
    }

    /** The same where the node hides 192.168.0.0/24 behind 10.0.0.2. */
    public static Topology.Builder masqueradedInternet() {
        return internet().masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"));
    }
}
