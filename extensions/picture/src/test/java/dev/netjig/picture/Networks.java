package dev.netjig.picture;

import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;

/** Topologies to draw, small and large. */
final class Networks {

    private Networks() {}

    /** Two hosts on a bridge: three namespaces. */
    static Topology.Builder twoOnABridge() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .vethPair(
                        "veth1-r",
                        veth -> veth.master("br0")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "veth1-b",
                        veth -> veth.master("br0")
                                .peer("veth2-b", peer -> peer.netns("blue").address("192.168.0.3/24")));
    }

    static Topology.Builder forwardDrop() {
        return twoOnABridge().chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP));
    }

    /** The same with a router, an outside and a masquerade. */
    static Topology.Builder behindMasquerade() {
        return twoOnABridge()
                .netns("internet")
                .vethPair(
                        "eth0",
                        veth -> veth.address("10.0.0.2/24")
                                .peer("eth0", peer -> peer.netns("internet").address("10.0.0.1/24")))
                .address("internet", "lo", "8.8.8.8/32")
                .route(route -> route.netns("red").to("default").via("192.168.0.1"))
                .route(route -> route.netns("blue").to("default").via("192.168.0.1"))
                .route(route -> route.to("default").via("10.0.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .masquerade(nat -> nat.source("192.168.0.0/24").oifname("! br0"));
    }

    /** Routers in a row, each with its routes. */
    static Topology.Builder row(int routers) {
        Topology.Builder row = Topology.builder();
        for (int i = 0; i < routers; i++) {
            String here = "r" + i;
            row.netns(here).sysctl(here, "net.ipv4.ip_forward", "1");
        }
        for (int i = 0; i + 1 < routers; i++) {
            String net = "10.0." + i + ".";
            String here = "r" + i;
            String next = "r" + (i + 1);
            row.vethPair(
                            "right" + i,
                            veth -> veth.netns(here)
                                    .address(net + "1/24")
                                    .peer("left", peer -> peer.netns(next).address(net + "2/24")))
                    .route(route -> route.netns(here).to("172.16.0.0/12").via(net + "2"));
        }
        return row;
    }

    /** A bridge with hosts, an uplink and rules. */
    static Topology.Builder star(int hosts) {
        Topology.Builder star = Topology.builder()
                .bridge("br0", bridge -> bridge.address("10.0.0.254/24"))
                .rule(rule -> rule.chain(Chain.FORWARD)
                        .source("10.0.0.7")
                        .protocol("icmp")
                        .target(Target.DROP))
                .masquerade(nat -> nat.source("10.0.0.0/24").oifname("! br0"))
                .sysctl("node", "net.ipv4.ip_forward", "1");
        for (int i = 1; i <= hosts; i++) {
            String host = "host" + i;
            String address = "10.0.0." + i + "/24";
            star.netns(host)
                    .vethPair(
                            "veth" + i,
                            veth -> veth.master("br0")
                                    .peer("eth0", peer -> peer.netns(host).address(address)))
                    .route(route -> route.netns(host).to("default").via("10.0.0.254"));
        }
        return star.netns("internet")
                .vethPair(
                        "uplink",
                        veth -> veth.address("203.0.113.2/24")
                                .peer("eth0", peer -> peer.netns("internet").address("203.0.113.1/24")))
                .address("internet", "lo", "8.8.8.8/32");
    }

    /** Every pair of routers is joined, and names are as long, and as strange, as can be. */
    static Topology.Builder mesh() {
        Topology.Builder mesh = Topology.builder()
                .netns("a-namespace-with-a-name-that-goes-on-and-on")
                .netns("b")
                .netns("c")
                .netns("d")
                .bridge("br-first", bridge -> bridge.netns("b").address("fd00:1234:5678:9abc:def0::1/64"))
                .bridge("br-<&\"한국>", bridge -> bridge.netns("b"));
        String[] names = {"a-namespace-with-a-name-that-goes-on-and-on", "b", "c", "d", "node"};
        int net = 0;
        for (int i = 0; i < names.length; i++) {
            for (int j = i + 1; j < names.length; j++) {
                String here = names[i];
                String there = names[j];
                String prefix = "10.9." + net++ + ".";
                mesh.vethPair(
                        "to-" + j + "-" + net,
                        veth -> veth.netns(here)
                                .address(prefix + "1/24")
                                .peer(
                                        "to-" + here.charAt(0),
                                        peer -> peer.netns(there).address(prefix + "2/24")));
            }
        }
        return mesh.vethPair(
                        "loop1",
                        veth -> veth.netns("b")
                                .master("br-first")
                                .mtu(1400)
                                .peer("loop2", peer -> peer.netns("b").master("br-<&\"한국>")))
                .rawRule("b", "add rule ip netjig FORWARD tcp dport { 80, 443 } ct state new counter drop");
    }
}
