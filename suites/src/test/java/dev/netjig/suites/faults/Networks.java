package dev.netjig.suites.faults;

import dev.netjig.topology.Topology;
import java.util.List;

/** The networks that the faults are sown in; without one, everybody reaches everybody. */
final class Networks {

    private Networks() {}

    /** red .2 and blue .3 at a bridge of the node, .1, in 192.168.0.0/24 and fd00::/64. */
    static Topology.Builder bridge() {
        return withoutDad("node", "red", "blue")
                .bridge("br0", b -> b.address("192.168.0.1/24", "fd00::1/64"))
                .vethPair(
                        "veth1-r",
                        v -> v.master("br0")
                                .peer("veth2-r", p -> p.netns("red").address("192.168.0.2/24", "fd00::2/64")))
                .vethPair(
                        "veth1-b",
                        v -> v.master("br0")
                                .peer("veth2-b", p -> p.netns("blue").address("192.168.0.3/24", "fd00::3/64")));
    }

    /** client 10.0.1.2, r1, r2, server 10.0.2.2; fd01::2 and fd02::2. The routers forward; routes are another matter. */
    static Topology.Builder routers() {
        return withoutDad("client", "r1", "r2", "server")
                .vethPair(
                        "c0",
                        v -> v.netns("client")
                                .address("10.0.1.2/24", "fd01::2/64")
                                .peer("r1c", p -> p.netns("r1").address("10.0.1.1/24", "fd01::1/64")))
                .vethPair(
                        "r1s",
                        v -> v.netns("r1")
                                .address("10.0.12.1/24", "fd12::1/64")
                                .peer("r2c", p -> p.netns("r2").address("10.0.12.2/24", "fd12::2/64")))
                .vethPair(
                        "r2s",
                        v -> v.netns("r2")
                                .address("10.0.2.1/24", "fd02::1/64")
                                .peer("s0", p -> p.netns("server").address("10.0.2.2/24", "fd02::2/64")))
                .sysctl("r1", "net.ipv4.ip_forward", "1")
                .sysctl("r2", "net.ipv4.ip_forward", "1")
                .sysctl("r1", "net.ipv6.conf.all.forwarding", "1")
                .sysctl("r2", "net.ipv6.conf.all.forwarding", "1");
    }

    /** {@link #routers} with all routes but those of {@code missing}: {@code client}, {@code r1}, {@code r2}, {@code server}. */
    static Topology.Builder routedWithout(String... missing) {
        List<String> without = List.of(missing);
        Topology.Builder network = routers();
        route(network, without, "client", "default", "10.0.1.1");
        route(network, without, "client", "::/0", "fd01::1");
        route(network, without, "r1", "10.0.2.0/24", "10.0.12.2");
        route(network, without, "r1", "fd02::/64", "fd12::2");
        route(network, without, "r2", "10.0.1.0/24", "10.0.12.1");
        route(network, without, "r2", "fd01::/64", "fd12::1");
        route(network, without, "server", "default", "10.0.2.1");
        route(network, without, "server", "::/0", "fd02::1");
        return network;
    }

    static Topology.Builder routed() {
        return routedWithout();
    }

    /**
     * {@link #bridge} whose node also has 10.0.0.2 towards the internet, 10.0.0.1 and 8.8.8.8, which knows nothing of
     * the bridge's network; red and blue have a default route.
     */
    static Topology.Builder uplink() {
        return bridge().netns("internet")
                .vethPair(
                        "eth0",
                        v -> v.address("10.0.0.2/24")
                                .peer("up0", p -> p.netns("internet").address("10.0.0.1/24")))
                .address("internet", "lo", "8.8.8.8/32")
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .route(r -> r.to("default").via("10.0.0.1"))
                .route(r -> r.netns("red").to("default").via("192.168.0.1"))
                .route(r -> r.netns("blue").to("default").via("192.168.0.1"));
    }

    /** {@link #uplink}, masqueraded, and ports 8080 (TCP and UDP) of the node published: they are port 80 of red. */
    static Topology.Builder published() {
        return publishing("tcp dport 8080 dnat to 192.168.0.2:80")
                .rawRule(
                        "node",
                        "add rule ip netjig PREROUTING_NAT ip daddr 10.0.0.2 udp dport 8080 dnat to 192.168.0.2:80");
    }

    /** @param rule what becomes of packets to 10.0.0.2, as nft says it */
    static Topology.Builder publishing(String rule) {
        return uplink().masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"))
                .rawRule("node", "add rule ip netjig PREROUTING_NAT ip daddr 10.0.0.2 " + rule);
    }

    private static void route(Topology.Builder network, List<String> without, String netns, String to, String via) {
        if (!without.contains(netns)) {
            network.route(r -> r.netns(netns).to(to).via(via));
        }
    }

    /** A router's neighbours are not asked for while its own link-local address is tentative. */
    private static Topology.Builder withoutDad(String... namespaces) {
        Topology.Builder network = Topology.builder();
        for (String netns : namespaces) {
            (netns.equals(Topology.NODE) ? network : network.netns(netns))
                    .sysctl(netns, "net.ipv6.conf.default.accept_dad", "0");
        }
        return network;
    }
}
