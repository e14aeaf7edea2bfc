package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Ping;
import dev.netjig.probe.TcpProbe;
import dev.netjig.probe.UdpProbe;
import dev.netjig.support.NeedsBpf;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kernel says for each way to lose a packet: the namespace, the device that it was on, the reason. */
@NeedsBpf
@NeedsNamespaces
class DropReasonTests {

    /** Before a packet is routed out of a device it has none, only its socket. */
    @ParameterizedTest
    @CsvSource({
        "red,      output,      red -, 8.8.8.8",
        "red,      postrouting, red veth2-r, 8.8.8.8",
        "node,     prerouting,  node br0, 8.8.8.8",
        "node,     forward,     node br0, 8.8.8.8",
        "node,     postrouting, node eth0, 8.8.8.8",
        "internet, input,       internet eth0, 8.8.8.8",
        "node,     input,       node br0, 192.168.0.1"
    })
    void a_filter_drops(String netns, String hook, String place, String to) {
        assertThat(Drops.ofPing(
                        Networks.routedInternet(),
                        testbed -> testbed.netns(netns)
                                .nft("add table ip t; add chain ip t c { type filter hook " + hook
                                        + " priority filter; policy drop; }"),
                        "red",
                        to))
                .containsExactly(place + " NETFILTER_DROP");
    }

    @Test
    void a_filter_drops_ipv6() {
        assertThat(Drops.ofPing(
                        Networks.pair()
                                .address("red", "veth2-r", "fd00::2/64")
                                .address("node", "veth1-r", "fd00::1/64"),
                        testbed -> testbed.node()
                                .nft("add table ip6 t; add chain ip6 t c { type filter hook input priority filter; }; "
                                        + "add rule ip6 t c icmpv6 type echo-request drop"),
                        "red",
                        "fd00::1"))
                .containsExactly("node veth1-r NETFILTER_DROP");
    }

    @Test
    void a_bridges_filter_drops() {
        assertThat(warmedUp(
                        Networks.bridge(),
                        "192.168.0.3",
                        testbed -> testbed.node()
                                .nft("add table bridge t; add chain bridge t c "
                                        + "{ type filter hook forward priority filter; policy drop; }")))
                .containsExactly("node veth1-b NETFILTER_DROP");
    }

    @Test
    void the_router_does_not_forward() {
        assertThat(atTheRouter("sysctl -qw net.ipv4.ip_forward=0")).containsExactly("node br0 IP_INADDRERRORS");
    }

    @Test
    void the_router_has_no_route() {
        assertThat(atTheRouter("ip route del default")).containsExactly("node br0 IP_INNOROUTES");
    }

    /** The router would not answer ARP either. */
    @Test
    void the_source_comes_from_the_wrong_side() {
        assertThat(warmedUp(
                        Networks.routedInternet(),
                        "8.8.8.8",
                        testbed -> testbed.node()
                                .shell("sysctl -qw net.ipv4.conf.all.rp_filter=1\n"
                                        + "ip route add 192.168.0.2/32 via 10.0.0.1")
                                .orThrow()))
                .containsExactly("node br0 IP_RPFILTER");
    }

    @Test
    void the_ttl_expires() {
        assertThat(Drops.ofPing(
                        Networks.routedInternet(),
                        testbed -> {},
                        testbed -> Ping.of(testbed.netns("red"), "8.8.8.8").ttl(1)))
                .containsExactly("node br0 IP_INHDR");
    }

    @Test
    void the_next_link_is_too_small() {
        assertThat(Drops.ofPing(
                        Networks.routedInternet(),
                        testbed ->
                                testbed.node().shell("ip link set eth0 mtu 600").orThrow(),
                        testbed -> Ping.of(testbed.netns("red"), "8.8.8.8")
                                .payloadSize(1200)
                                .dontFragment()))
                .containsExactly("node br0 PKT_TOO_BIG");
    }

    @Test
    void the_frame_is_somebody_elses() {
        assertThat(Drops.ofPing(
                        Networks.pair(),
                        testbed -> testbed.netns("red")
                                .shell("ip neigh replace 192.168.0.1 dev veth2-r lladdr 02:00:00:00:00:99")
                                .orThrow(),
                        "red",
                        "192.168.0.1"))
                .containsExactly("node veth1-r OTHERHOST");
    }

    /** The kernel gives no reason, but the place says enough. */
    @Test
    void a_bridge_port_is_isolated() {
        assertThat(warmedUp(
                        Networks.bridge(),
                        "192.168.0.3",
                        testbed -> testbed.node()
                                .shell("ip link set veth1-r type bridge_slave isolated on\n"
                                        + "ip link set veth1-b type bridge_slave isolated on")
                                .orThrow()))
                .containsExactly("node veth1-r NOT_SPECIFIED");
    }

    /** It dies before it is handed over, still on the sender's device. */
    @Test
    void the_other_end_is_too_small() {
        assertThat(Drops.ofPing(
                        Networks.pair(),
                        testbed -> testbed.node()
                                .shell("ip link set veth1-r mtu 600")
                                .orThrow(),
                        testbed -> Ping.of(testbed.netns("red"), "192.168.0.1").payloadSize(1200)))
                .containsExactly("red veth2-r NOT_SPECIFIED");
    }

    /** Three seconds later, by a timer. */
    @Test
    void nobody_answers_for_the_next_hop() {
        assertThat(whileItWaitsForItsNeighbour(testbed -> {})).containsExactly("red veth2-r NEIGH_FAILED");
    }

    @Test
    void the_link_goes_down_while_the_next_hop_is_asked_for() {
        assertThat(whileItWaitsForItsNeighbour(testbed ->
                        testbed.netns("red").shell("ip link set veth2-r down").orThrow()))
                .containsExactly("red veth2-r QUEUE_PURGE");
    }

    @Test
    void nobody_listens_on_a_tcp_port() {
        assertThat(ofPort(
                        81,
                        testbed -> TcpProbe.of(testbed.netns("red"), "192.168.0.1", 81)
                                .connect()))
                .containsExactly("node veth1-r NO_SOCKET");
    }

    @Test
    void nobody_listens_on_a_udp_port() {
        assertThat(ofPort(
                        82,
                        testbed -> UdpProbe.of(testbed.netns("red"), "192.168.0.1", 82)
                                .send()))
                .containsExactly("node veth1-r NO_SOCKET");
    }

    private static List<String> atTheRouter(String commands) {
        return Drops.ofPing(
                Networks.routedInternet(),
                testbed -> testbed.node().shell(commands).orThrow(),
                "red",
                "8.8.8.8");
    }

    /** From red, who knows the link-level address of the next hop before the fault. */
    private static List<String> warmedUp(Topology.Builder network, String to, Consumer<Testbed> fault) {
        return Drops.ofPing(
                network,
                testbed -> {
                    assertThat(Ping.of(testbed.netns("red"), to).send().isAnswered())
                            .isTrue();
                    fault.accept(testbed);
                },
                "red",
                to);
    }

    /** Of a ping to an address that nobody has, after which something happens. */
    private static List<String> whileItWaitsForItsNeighbour(Consumer<Testbed> then) {
        try (Testbed testbed = Testbed.create(Networks.pair().build());
                DropTracer tracer = Drops.tracer(testbed);
                EchoExchange exchange =
                        Ping.of(testbed.netns("red"), "192.168.0.77").open()) {
            exchange.send();
            then.accept(testbed);
            List<String> seen = new ArrayList<>();
            await().pollInSameThread().until(() -> {
                Drops.ours(tracer.drain(), exchange).forEach(drop -> seen.add(Drops.describe(testbed, drop)));
                return !seen.isEmpty();
            });
            return seen;
        }
    }

    private static List<String> ofPort(int port, Consumer<Testbed> probe) {
        Topology topology = Networks.pair().build();
        try (Testbed testbed = Testbed.create(topology);
                DropTracer tracer = Drops.tracer(testbed)) {
            probe.accept(testbed);
            return tracer.drain().stream()
                    .filter(Drops.is(packet -> packet.ports()
                            .map(Packet.Ports::destination)
                            .filter(destination -> destination == port)
                            .isPresent()))
                    .map(drop -> Drops.describe(testbed, drop))
                    .toList();
        }
    }
}
