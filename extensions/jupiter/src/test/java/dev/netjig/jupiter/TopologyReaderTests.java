package dev.netjig.jupiter;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.DROP;
import static dev.netjig.topology.RejectWith.TCP_RESET;
import static dev.netjig.topology.RouteType.BLACKHOLE;
import static dev.netjig.topology.Target.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of annotation against the builder that says the same. */
class TopologyReaderTests {

    @Netns("red")
    @Netns("blue")
    @Bridge(name = "br0", address = "192.168.0.1/24")
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    @VethPair(
            name = "veth1-b",
            master = "br0",
            peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
    static class TwoNamespacesOnABridge {

        @ChainPolicy(chain = FORWARD, target = DROP)
        void forward_drop() {}
    }

    private static Topology twoNamespacesOnABridge() {
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
                .build();
    }

    @Test
    void annotations_and_builder_make_the_same_topology() {
        assertThat(read(TwoNamespacesOnABridge.class)).isEqualTo(twoNamespacesOnABridge());
    }

    @Test
    void a_method_adds_to_its_class() throws Exception {
        Topology topology = TopologyReader.read(
                List.of(TwoNamespacesOnABridge.class, TwoNamespacesOnABridge.class.getDeclaredMethod("forward_drop")));

        assertThat(topology)
                .isEqualTo(twoNamespacesOnABridge().toBuilder()
                        .chainPolicy(c -> c.chain(FORWARD).policy(DROP))
                        .build());
    }

    @Test
    void a_class_without_annotations_has_the_node_only() {
        assertThat(read(Object.class)).isEqualTo(Topology.builder().build());
    }

    @Netns(value = "node", lo = false)
    @Netns(value = "red", lo = false)
    static class LoDown {}

    @Test
    void reads_netns() {
        assertThat(read(LoDown.class))
                .isEqualTo(Topology.builder()
                        .netns("node", n -> n.lo(false))
                        .netns("red", n -> n.lo(false))
                        .build());
    }

    @Netns("red")
    @Netns("blue")
    @Bridge(name = "br1", netns = "blue")
    @VethPair(
            name = "a",
            netns = "red",
            address = {"10.0.0.1/24", "2001:db8::1/64"},
            mac = "02:00:00:00:00:01",
            up = false,
            mtu = 1400,
            peer = @Peer(name = "b", netns = "blue", master = "br1", mac = "02:00:00:00:00:02", up = false))
    static class EveryElementOfALink {}

    @Test
    void reads_veth_pair() {
        assertThat(read(EveryElementOfALink.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .netns("blue")
                        .bridge("br1", b -> b.netns("blue"))
                        .vethPair(
                                "a",
                                v -> v.netns("red")
                                        .address("10.0.0.1/24", "2001:db8::1/64")
                                        .mac("02:00:00:00:00:01")
                                        .up(false)
                                        .mtu(1400)
                                        .peer(
                                                "b",
                                                p -> p.netns("blue")
                                                        .master("br1")
                                                        .mac("02:00:00:00:00:02")
                                                        .up(false)))
                        .build());
    }

    @Netns("red")
    @Bridge(name = "br0", netns = "red", address = "10.0.0.1/24", up = false, mac = "02:00:00:00:00:01")
    static class EveryElementOfABridge {}

    @Test
    void reads_bridge() {
        assertThat(read(EveryElementOfABridge.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .bridge(
                                "br0",
                                b -> b.netns("red")
                                        .address("10.0.0.1/24")
                                        .up(false)
                                        .mac("02:00:00:00:00:01"))
                        .build());
    }

    @Netns("red")
    @Address(netns = "red", dev = "lo", value = "8.8.8.8/32")
    static class AnAddress {}

    @Test
    void reads_address() {
        assertThat(read(AnAddress.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .address("red", "lo", "8.8.8.8/32")
                        .build());
    }

    @Netns("red")
    @VethPair(
            name = "eth0",
            address = "10.0.0.2/24",
            peer = @Peer(name = "eth0", netns = "red", address = "10.0.0.1/24"))
    @Route(via = "10.0.0.1")
    @Route(netns = "red", to = "10.9.0.0/16", dev = "eth0", src = "10.0.0.1", table = 100, metric = 0, hoplimit = 104)
    @Route(type = BLACKHOLE, to = "172.16.0.0/12")
    static class Routes {}

    @Test
    void reads_route() {
        assertThat(read(Routes.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .vethPair(
                                "eth0",
                                v -> v.address("10.0.0.2/24")
                                        .peer("eth0", p -> p.netns("red").address("10.0.0.1/24")))
                        .route(r -> r.to("default").via("10.0.0.1"))
                        .route(r -> r.netns("red")
                                .to("10.9.0.0/16")
                                .dev("eth0")
                                .src("10.0.0.1")
                                .table(100)
                                .metric(0)
                                .hoplimit(104))
                        .route(r -> r.type(BLACKHOLE).to("172.16.0.0/12"))
                        .build());
    }

    @Netns("red")
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    @Sysctl(netns = "red", key = "net.ipv4.ip_forward", value = "0")
    static class Sysctls {}

    @Test
    void reads_sysctl() {
        assertThat(read(Sysctls.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .sysctl("node", "net.ipv4.ip_forward", "1")
                        .sysctl("red", "net.ipv4.ip_forward", "0")
                        .build());
    }

    @Netns("red")
    @Bridge(name = "br0")
    @ChainPolicy(netns = "red", chain = INPUT, target = DROP)
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0", backend = IPTABLES_NFT)
    @FirewallRule(
            chain = FORWARD,
            source = "192.168.0.2",
            destination = "192.168.0.3",
            protocol = "tcp",
            dport = 80,
            iifname = "br0",
            oifname = "br0",
            target = REJECT,
            rejectWith = TCP_RESET)
    @FirewallRule(netns = "red", raw = "-A FORWARD -j DROP", backend = IPTABLES_LEGACY)
    static class FirewallRules {}

    @Test
    void reads_firewall_annotations() {
        assertThat(read(FirewallRules.class))
                .isEqualTo(Topology.builder()
                        .netns("red")
                        .bridge("br0", b -> {})
                        .chainPolicy(c -> c.netns("red").chain(INPUT).policy(DROP))
                        .masquerade(
                                m -> m.source("192.168.0.0/24").oifname("! br0").backend(IPTABLES_NFT))
                        .firewall(NFTABLES)
                        .rule(r -> r.chain(FORWARD)
                                .source("192.168.0.2")
                                .destination("192.168.0.3")
                                .protocol("tcp")
                                .dport(80)
                                .iifname("br0")
                                .oifname("br0")
                                .target(REJECT)
                                .rejectWith(TCP_RESET))
                        .firewall(IPTABLES_LEGACY)
                        .rawRule("red", "-A FORWARD -j DROP")
                        .build());
    }

    @Internet
    static class WithInternet {}

    @Test
    void the_internet_owns_8888_has_ttl_104_and_no_way_back() {
        assertThat(read(WithInternet.class))
                .isEqualTo(Topology.builder()
                        .netns("internet")
                        .address("internet", "lo", "8.8.8.8/32")
                        .vethPair(
                                "eth0",
                                v -> v.address("10.0.0.2/24")
                                        .peer("eth0", p -> p.netns("internet").address("10.0.0.1/24")))
                        .route(r -> r.to("default").via("10.0.0.1"))
                        .sysctl("internet", "net.ipv4.ip_forward", "0")
                        .sysctl("internet", "net.ipv4.conf.all.rp_filter", "0")
                        .sysctl("internet", "net.ipv4.conf.default.rp_filter", "0")
                        .sysctl("internet", "net.ipv4.ip_default_ttl", "104")
                        .build());
    }

    private static Topology read(Class<?> type) {
        return TopologyReader.read(List.of(type));
    }
}
