package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.PREROUTING;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.Endpoint;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** red and blue behind a node that masquerades them and publishes blue's port 80 as its own 8080. */
@NeedsNamespaces
class PathAssertTests {

    private static Testbed testbed;
    private static NetworkNamespace red;
    private static NetworkNamespace internet;

    @BeforeAll
    static void build() throws Exception {
        testbed = Testbed.create(Networks.masqueradedInternet()
                .rawRule("node", "add rule ip netjig PREROUTING_NAT tcp dport 8080 dnat to 192.168.0.3:80")
                .build());
        red = testbed.netns("red");
        internet = testbed.netns("internet");
        testbed.netns("blue").serverSocketChannel().bind(new InetSocketAddress(80));
    }

    @AfterAll
    static void tearDown() {
        testbed.close();
    }

    @Test
    void a_ping_takes_its_path_and_is_seen_as_masqueraded() {
        assertThat(red)
                .canReach("8.8.8.8")
                .takesPath("red", "node", "internet")
                .isSeenAs("10.0.0.2")
                .isRewrittenTo("8.8.8.8");
    }

    @Test
    void a_bridge_belongs_to_its_namespace() {
        assertThat(red)
                .canReach(Endpoint.tcp("192.168.0.3", 80))
                .takesPath("red", "node", "blue")
                .isSeenAs("192.168.0.2");
    }

    @Test
    void a_datagram_takes_its_path() throws Exception {
        try (DatagramChannel echo = testbed.netns("internet").datagramChannel()) {
            echo.bind(new InetSocketAddress("8.8.8.8", 53));
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> answer(echo));

            assertThat(red)
                    .watched()
                    .canReach(Endpoint.udp("8.8.8.8", 53))
                    .takesPath("red", "node", "internet")
                    .isSeenAs("10.0.0.2")
                    .isRewrittenTo("8.8.8.8", 53);
            answer.get();
        }
    }

    private static int answer(DatagramChannel socket) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(2048);
            SocketAddress sender = socket.receive(buffer);
            return socket.send(buffer.flip(), sender);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_ipv6_ping_takes_its_path() {
        try (Testbed own = Testbed.create(Topology.builder()
                .netns("red")
                .vethPair(
                        "veth1-r",
                        v -> v.address("2001:db8::1/64")
                                .peer("veth2-r", p -> p.netns("red").address("2001:db8::2/64")))
                .build())) {
            assertThat(own.netns("red"))
                    .watched()
                    .canReach("2001:db8::1")
                    .takesPath("red", "node")
                    .isSeenAs("2001:db8::2");
        }
    }

    @Test
    void a_way_to_oneself_is_short() {
        assertThat(red).canReach("192.168.0.2").takesPath("red");
    }

    @Test
    void a_connection_is_rewritten_to_a_published_port() {
        assertThat(internet)
                .watched()
                .canReach(Endpoint.tcp("10.0.0.2", 8080))
                .takesPath("internet", "node", "blue")
                .isSeenAs("10.0.0.1")
                .isRewrittenTo("192.168.0.3")
                .isRewrittenTo("192.168.0.3", 80);
    }

    @Test
    void one_watched_probe_is_enough() {
        try (Testbed own = Testbed.create(Networks.masqueradedInternet()
                .rawRule("node", "add rule ip netjig PREROUTING icmp type echo-request counter")
                .build())) {
            assertThat(own.netns("red"))
                    .watched()
                    .canReach("8.8.8.8")
                    .withTtl(103)
                    .takesPath("red", "node", "internet")
                    .isSeenAs("10.0.0.2");

            assertThat(own.node()).rule(PREROUTING, "echo-request").wasHit(1);
        }
    }

    @Test
    void a_ping_takes_another_path() {
        assertThatThrownBy(() -> assertThat(red).canReach("8.8.8.8").takesPath("red", "node", "blue"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    Expecting ping red → 8.8.8.8
                    to take the path red → node → blue
                    but it took red → node → internet
                      path:
                        tx red/veth2-r 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        rx node/veth1-r 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        rx node/br0 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        tx node/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63 (source 192.168.0.2 → 10.0.0.2)
                        rx internet/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63
                        tx internet/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104
                        rx node/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104
                        tx node/br0 8.8.8.8 > 192.168.0.2 echo reply ttl 103 (destination 10.0.0.2 → 192.168.0.2)
                        tx node/veth1-r 8.8.8.8 > 192.168.0.2 echo reply ttl 103
                        rx red/veth2-r 8.8.8.8 > 192.168.0.2 echo reply ttl 103\
                    """);
    }

    @Test
    void a_ping_is_seen_as_from_somebody_else() {
        assertThatThrownBy(() -> assertThat(red).canReach("8.8.8.8").isSeenAs("192.168.0.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                    Expecting ping red → 8.8.8.8
                    to be seen as from 192.168.0.2
                    but internet sees it as from 10.0.0.2
                      path:
                        tx red/veth2-r 192.168.0.2 > 8.8.8.8 echo request ttl 64
                    """);
    }

    @Test
    void a_connection_is_rewritten_to_somebody_else() {
        ReachAssert reached = assertThat(internet).canReach(Endpoint.tcp("10.0.0.2", 8080));

        assertThatThrownBy(() -> reached.isRewrittenTo("192.168.0.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                    Expecting tcp internet → 10.0.0.2:8080
                    to be rewritten to 192.168.0.2
                    but it came to 192.168.0.3 port 80 in blue
                      path:
                        tx internet/eth0 \
                    """);
        assertThatThrownBy(() -> reached.isRewrittenTo("192.168.0.3", 8080))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                    Expecting tcp internet → 10.0.0.2:8080
                    to be rewritten to 192.168.0.3 port 8080
                    but it came to 192.168.0.3 port 80 in blue
                    """);
    }

    @Test
    void a_second_probe_may_be_lost() {
        ReachAssert reached = new ReachAssert(Results.answered(64, Duration.ofMillis(1)), Observations::unreachable);

        assertThatThrownBy(() -> reached.takesPath("red"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                    Expecting ping red → 192.168.0.3
                    to be answered again under watch
                    but the second probe was not:
                    """ + Observations.textOf(Observations.unreachable()));
    }

    @Test
    void a_watched_probe_is_lost() {
        assertThatThrownBy(() -> assertThat(internet).watched().canReach("9.9.9.9"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                    Expecting netns internet
                    to reach 9.9.9.9
                    but it did not:
                    """)
                .hasMessageEndingWith("\nTo build this network by hand: testbed.topology().toShellScript()");
    }
}
