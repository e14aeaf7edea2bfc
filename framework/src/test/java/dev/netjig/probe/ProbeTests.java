package dev.netjig.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.Errno;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.support.TwoHosts;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.RouteType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsNamespaces
@Timeout(60)
class ProbeTests {

    private static final Duration SOON = Duration.ofMillis(100);

    @AutoClose
    private final Testbed testbed = Testbed.create(TwoHosts.topology()
            .netns("far")
            .vethPair(
                    "veth-f",
                    veth -> veth.address("10.1.0.1/24")
                            .mtu(1400)
                            .peer("eth0", peer -> peer.netns("far").address("10.1.0.2/24")))
            .sysctl("node", "net.ipv4.ip_forward", "1")
            .route(route -> route.netns("red").to("10.1.0.0/24").via("10.0.0.1"))
            .route(route -> route.netns("far").to("10.0.0.0/24").via("10.1.0.1"))
            .route(route -> route.netns("red").type(RouteType.UNREACHABLE).to("192.0.2.0/24"))
            .build());

    private final NetworkNamespace node = testbed.node();
    private final NetworkNamespace red = testbed.netns("red");

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1", "10.0.0.2"})
    void a_neighbour_answers_with_a_full_ttl(String address) {
        PingResult ping = Ping.of(red, address).send();

        assertThat(ping.reply()).hasValueSatisfying(reply -> {
            assertThat(reply.ttl()).isEqualTo(64);
            assertThat(reply.from()).isEqualTo(ping.destination());
            assertThat(reply.rtt()).isPositive();
        });
        assertThat(ping.isAnswered()).isTrue();
        assertThat(ping.summary()).isEqualTo("reply from " + address + ": ttl=64");
    }

    @Test
    void each_router_takes_one_from_the_ttl() {
        assertThat(Ping.of(red, "10.1.0.2").send().reply())
                .hasValueSatisfying(reply -> assertThat(reply.ttl()).isEqualTo(63));
    }

    @Test
    void a_ttl_that_is_too_small_is_answered_by_the_router() {
        PingResult ping = Ping.of(red, "10.1.0.2").ttl(1).send();

        assertThat(ping.isAnswered()).isFalse();
        assertThat(ping).hasToString("ping red → 10.1.0.2: From 10.0.0.1: Time to live exceeded");
    }

    @Test
    void a_packet_that_must_not_be_fragmented_is_answered_with_the_mtu() {
        PingResult ping =
                Ping.of(red, "10.1.0.2").payloadSize(1450).dontFragment().send();

        assertThat(ping.summary()).isEqualTo("From 10.0.0.1: Frag needed and DF set (mtu = 1400)");
    }

    @Test
    void a_packet_that_may_be_fragmented_arrives() {
        assertThat(Ping.of(red, "10.1.0.2").payloadSize(4000).send().isAnswered())
                .isTrue();
    }

    @Test
    void without_a_route_nothing_is_sent() {
        PingResult ping = Ping.of(red, "198.51.100.1").send();

        assertThat(ping.refusal()).contains(Errno.ENETUNREACH);
        assertThat(ping.summary()).isEqualTo("not sent: ENETUNREACH, Network is unreachable");
    }

    @Test
    void a_firewall_at_the_sender_is_told_as_eperm() {
        red.nft("add table ip t; add chain ip t out { type filter hook output priority 0; policy drop; }");

        assertThat(Ping.of(red, "10.0.0.1").send().refusal()).contains(Errno.EPERM);
        assertThat(UdpProbe.of(red, "10.0.0.1", 53).send().failure()).contains(Errno.EPERM);
    }

    @Test
    void silence_is_told_as_such() {
        dropAllAtTheNode();

        PingResult ping = Ping.of(red, "10.0.0.1").timeout(SOON).send();

        assertThat(ping.waited()).isBetween(SOON, SOON.multipliedBy(20));
        assertThat(ping.summary()).isEqualTo("no reply within " + ping.waited().toMillis() + " ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1"})
    void tcp_is_connected_where_somebody_listens(String address) throws IOException {
        node.serverSocketChannel().bind(new InetSocketAddress(address, 80));

        TcpResult tcp = TcpProbe.of(red, address, 80).connect();

        assertThat(tcp.isConnected()).isTrue();
        assertThat(tcp.toString()).endsWith(":80: connected");
        assertThat(tcp.local()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1"})
    void tcp_is_refused_where_nobody_listens(String address) {
        assertThat(TcpProbe.of(red, address, 81).connect().failure()).contains(Errno.ECONNREFUSED);
    }

    @Test
    void tcp_times_out_where_nothing_comes_back() {
        dropAllAtTheNode();

        assertThat(TcpProbe.of(red, "10.0.0.1", 80).timeout(SOON).connect().failure())
                .contains(Errno.ETIMEDOUT);
    }

    @Test
    void tcp_is_told_of_an_unreachable_host() {
        assertThat(TcpProbe.of(red, "192.0.2.1", 80).connect().failure()).contains(Errno.EHOSTUNREACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1"})
    void udp_is_answered_where_somebody_answers(String address) throws Exception {
        DatagramChannel server = node.datagramChannel().bind(new InetSocketAddress(address, 53));
        Thread echo = new Thread(() -> echo(server));
        echo.start();

        UdpResult udp = UdpProbe.of(red, address, 53).send();

        echo.join();
        assertThat(udp.answered()).isTrue();
        assertThat(udp.toString()).endsWith(":53: answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "fd00::1"})
    void udp_is_refused_where_nobody_listens(String address) {
        UdpResult udp = UdpProbe.of(red, address, 54).send();

        assertThat(udp.failure()).contains(Errno.ECONNREFUSED);
        assertThat(udp.answered()).isFalse();
    }

    @Test
    void udp_is_lost_where_nothing_comes_back() {
        dropAllAtTheNode();

        assertThat(UdpProbe.of(red, "10.0.0.1", 53).timeout(SOON).send().failure())
                .contains(Errno.ETIMEDOUT);
    }

    @Test
    void a_capture_orders_what_several_namespaces_saw() {
        try (Capture capture = Capture.start(testbed.namespaces())) {
            assertThat(Ping.of(red, "10.1.0.2").send().isAnswered()).isTrue();

            assertThat(capture.sightings().stream().map(Sighting::toString).filter(text -> text.contains("echo")))
                    .containsExactly(
                            "tx red/eth0 10.0.0.2 > 10.1.0.2 echo request ttl 64",
                            "rx node/veth-r 10.0.0.2 > 10.1.0.2 echo request ttl 64",
                            "tx node/veth-f 10.0.0.2 > 10.1.0.2 echo request ttl 63",
                            "rx far/eth0 10.0.0.2 > 10.1.0.2 echo request ttl 63",
                            "tx far/eth0 10.1.0.2 > 10.0.0.2 echo reply ttl 64",
                            "rx node/veth-f 10.1.0.2 > 10.0.0.2 echo reply ttl 64",
                            "tx node/veth-r 10.1.0.2 > 10.0.0.2 echo reply ttl 63",
                            "rx red/eth0 10.1.0.2 > 10.0.0.2 echo reply ttl 63");
        }
    }

    @Test
    void a_capture_waits_for_what_is_wanted() {
        try (Capture capture = Capture.start(List.of(node))) {
            Ping.of(red, "10.0.0.1").send();

            assertThat(capture.await(seen -> seen.toString().contains("echo reply"), Duration.ofSeconds(5)))
                    .hasValueSatisfying(seen -> assertThat(seen.isOutgoing()).isTrue());
            assertThat(capture.await(seen -> seen.toString().contains("no such thing"), SOON))
                    .isEmpty();
        }
    }

    private void dropAllAtTheNode() {
        node.nft("add table ip t; add chain ip t in { type filter hook input priority 0; policy drop; }");
    }

    private static void echo(DatagramChannel server) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(100);
            SocketAddress from = server.receive(buffer);
            server.send(buffer.flip(), from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
