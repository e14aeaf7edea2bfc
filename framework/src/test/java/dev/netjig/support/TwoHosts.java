package dev.netjig.support;

import dev.netjig.topology.Topology;

/** Two hosts on one wire: the node, 10.0.0.1 and fd00::1, and red, 10.0.0.2 and fd00::2. */
public final class TwoHosts {

    private TwoHosts() {}

    public static Topology.Builder topology() {
        return Topology.builder()
                .netns("red")
                .vethPair(
                        "veth-r",
                        veth -> veth.address("10.0.0.1/24", "fd00::1/64")
                                .peer("eth0", peer -> peer.netns("red").address("10.0.0.2/24", "fd00::2/64")));
    }
}
