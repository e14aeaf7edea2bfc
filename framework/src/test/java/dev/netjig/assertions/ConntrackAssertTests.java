package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.nfnetlink.TcpState;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class ConntrackAssertTests {

    private static final TrackedFlow PING =
            TrackedFlow.icmp().from("192.168.0.2").to("8.8.8.8");
    private static final TrackedFlow WEB =
            TrackedFlow.tcp().from("10.0.0.1", 50_000).to("10.0.0.2", 8080);

    private static Testbed testbed;
    private static NetworkNamespace node;

    @BeforeAll
    static void build() throws Exception {
        testbed = Testbed.create(Networks.masqueradedInternet()
                .rawRule("node", "add rule ip netjig PREROUTING_NAT tcp dport 8080 dnat to 192.168.0.2:80")
                .rawRule("node", "add rule ip netjig FORWARD tcp dport 80 ct mark set 42")
                .build());
        node = testbed.node();
        assertThat(testbed.netns("red")).canReach("8.8.8.8");
        ServerSocketChannel server = testbed.netns("red").serverSocketChannel().bind(new InetSocketAddress(80));
        SocketChannel client = testbed.netns("internet").socketChannel();
        client.bind(new InetSocketAddress("10.0.0.1", 50_000));
        client.connect(new InetSocketAddress("10.0.0.2", 8080));
        server.accept();
    }

    @AfterAll
    static void tearDown() {
        testbed.close();
    }

    private static void assertFails(ThrowingCallable assertion, String start) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .message()
                .satisfies(message -> assertThat(message.replaceAll("id=\\d+", "id=N")
                                .replaceAll("(icmp +1|tcp +6) \\d+", "$1 T")
                                // IGMP, at times
                                .replaceAll("\n  unknown  2 .*", ""))
                        .isEqualTo(start + "\nbut it tracks:" + table(message)));
    }

    /** The table as the message has it, whose order is the kernel's. */
    private static String table(String message) {
        String ping = "\n  icmp     1 T src=192.168.0.2 dst=8.8.8.8 type=8 code=0 id=N"
                + " src=8.8.8.8 dst=10.0.0.2 type=0 code=0 id=N";
        String web = "\n  tcp      6 T ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=50000 dport=8080"
                + " src=192.168.0.2 dst=10.0.0.1 sport=80 dport=50000 [ASSURED] mark=42";
        return message.indexOf("  icmp ") < message.indexOf("  tcp ") ? ping + web : web + ping;
    }

    @Test
    void a_masqueraded_ping_has_its_facts() {
        assertThat(node)
                .conntrackEntry(PING)
                .isSeenAs("10.0.0.2")
                .hasSeenReply()
                .isInZone(0);
    }

    @Test
    void a_published_connection_has_its_facts() {
        assertThat(node)
                .conntrackEntry(WEB)
                .isRewrittenTo("192.168.0.2")
                .isRewrittenTo("192.168.0.2", 80)
                .isSeenAs("10.0.0.1", 50_000)
                .isAssured()
                .isIn(TcpState.ESTABLISHED)
                .hasMark(42);
    }

    @Test
    void a_ping_is_seen_as_from_another_source() {
        assertFails(() -> assertThat(node).conntrackEntry(PING).isSeenAs("192.168.0.2"), """
                Expecting the connection icmp from 192.168.0.2 to 8.8.8.8 in netns node
                to be seen as from 192.168.0.2""");
    }

    @Test
    void a_connection_comes_from_another_port() {
        assertFails(() -> assertThat(node).conntrackEntry(WEB).isSeenAs("10.0.0.1", 1), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to be seen as from 10.0.0.1 port 1""");
    }

    @Test
    void a_connection_is_rewritten_to_another_destination() {
        assertFails(() -> assertThat(node).conntrackEntry(WEB).isRewrittenTo("192.168.0.3"), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to be rewritten to 192.168.0.3""");
        assertFails(() -> assertThat(node).conntrackEntry(WEB).isRewrittenTo("192.168.0.2", 81), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to be rewritten to 192.168.0.2 port 81""");
    }

    @Test
    void a_connection_is_translated() {
        assertFails(() -> assertThat(node).conntrackEntry(PING).isNotTranslated(), """
                Expecting the connection icmp from 192.168.0.2 to 8.8.8.8 in netns node
                not to be translated""");
    }

    @Test
    void a_connection_has_seen_a_reply() {
        assertFails(() -> assertThat(node).conntrackEntry(PING).hasSeenNoReply(), """
                Expecting the connection icmp from 192.168.0.2 to 8.8.8.8 in netns node
                to have seen no reply""");
    }

    @Test
    void a_ping_is_never_assured() {
        assertFails(() -> assertThat(node).conntrackEntry(PING).isAssured(), """
                Expecting the connection icmp from 192.168.0.2 to 8.8.8.8 in netns node
                to be assured""");
    }

    @Test
    void a_connection_is_in_another_state() {
        assertFails(() -> assertThat(node).conntrackEntry(WEB).isIn(TcpState.SYN_SENT), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to be in state SYN_SENT""");
    }

    @Test
    void a_connection_has_another_mark_and_zone() {
        assertFails(() -> assertThat(node).conntrackEntry(WEB).hasMark(43), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to have mark 43""");
        assertFails(() -> assertThat(node).conntrackEntry(WEB).isInZone(7), """
                Expecting the connection tcp from 10.0.0.1 port 50000 to 10.0.0.2 port 8080 in netns node
                to be in zone 7""");
    }

    @Test
    void there_is_no_such_connection() {
        assertThat(node).hasNoConntrackEntry(TrackedFlow.udp());
        assertFails(() -> assertThat(node).conntrackEntry(TrackedFlow.udp().to("8.8.8.8", 53)), """
                Expecting netns node
                to track udp to 8.8.8.8 port 53""");
    }

    @Test
    void there_is_an_unwanted_connection() {
        assertFails(() -> assertThat(node).hasNoConntrackEntry(TrackedFlow.any().from("192.168.0.2")), """
                Expecting netns node
                not to track any protocol from 192.168.0.2""");
    }

    @Test
    void a_lost_packets_connection_has_seen_no_reply_and_is_flushed() {
        try (Testbed silent = Testbed.create(Networks.masqueradedInternet()
                .route(r -> r.netns("internet").to("10.0.0.2/32").type(RouteType.BLACKHOLE))
                .build())) {
            Ping.of(silent.netns("red"), "8.8.8.8").open().send();

            assertThat(silent.node()).conntrackEntry(PING).hasSeenNoReply();
            assertThatThrownBy(
                            () -> assertThat(silent.node()).conntrackEntry(PING).hasSeenReply())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Expecting the connection icmp from 192.168.0.2 to 8.8.8.8 in netns node\n"
                            + "to have seen a reply\nbut it tracks:\n  ")
                    .hasMessageContaining("\n  icmp     1 ")
                    .hasMessageContaining(" [UNREPLIED] ");

            silent.node().flushConntrack();

            assertThat(silent.node()).hasNoConntrackEntry(PING);
        }
    }

    @Test
    void a_namespace_without_rules_tracks_nothing() {
        try (Testbed bare = Testbed.create(Topology.builder().build())) {
            assertThatThrownBy(() -> assertThat(bare.node()).conntrackEntry(TrackedFlow.icmp()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns node
                            to track icmp
                            but it tracks no connection: no rule there uses ct and no chain is of type nat""");
        }
    }
}
