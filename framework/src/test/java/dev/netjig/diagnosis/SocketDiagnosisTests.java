package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Protocol;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and datagrams that are refused, dropped, delivered to nobody, or answered by somebody else. */
@NeedsNamespaces
class SocketDiagnosisTests {

    private static final String BLUE = "192.168.0.3";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ICMP")
    void nobody_listens(Protocol protocol) {
        Explanation explanation =
                Explanations.of(Networks.bridge(), testbed -> {}, "red", new Endpoint(protocol, blue(), 80));

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.PortClosed("blue", protocol, 80));
        assertThat(explanation.text()).contains("nobody in blue listens at port 80/" + protocol);
    }

    @Test
    void somebody_listens_at_another_address() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> listen(testbed.netns("blue"), "127.0.0.1"),
                "red",
                Endpoint.tcp(BLUE, 80));

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.PortClosed("blue", Protocol.TCP, 80));
        assertThat(explanation.text()).contains("in blue only 127.0.0.1:80/tcp is listened at");
    }

    @Test
    void a_program_does_not_answer_a_datagram() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> testbed.netns("blue")
                        .datagramChannel()
                        .bind(new InetSocketAddress(IpLiteral.parse("0.0.0.0"), 53)),
                "red",
                Endpoint.udp(BLUE, 53));

        assertThat(explanation.cause()).isIn(new Cause.Unanswered("blue", Protocol.UDP, 53), unread(explanation));
    }

    /** The kernel counts a datagram when the program reads it, which this one never does. */
    private static Cause unread(Explanation explanation) {
        return new Cause.Unknown(
                "blue", explanation.path().get(explanation.path().size() - 1).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "reject with icmp admin-prohibited", "reject with tcp reset"})
    void a_rule_rejects_a_connection(String verdict) {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> {
                    listen(testbed.netns("blue"), BLUE);
                    filter(testbed.node(), "forward", "tcp dport 80 " + verdict);
                },
                "red",
                Endpoint.tcp(BLUE, 80));

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Rejected.class, rejected -> {
            assertThat(rejected.netns()).isEqualTo("node");
            assertThat(rejected.answer())
                    .isEqualTo(
                            switch (verdict) {
                                case "reject" -> "Destination Port Unreachable";
                                case "reject with tcp reset" -> "TCP reset";
                                default -> "Packet filtered";
                            });
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ICMP")
    void a_rule_drops_it(Protocol protocol) {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> filter(testbed.node(), "forward", protocol + " dport 80 drop"),
                "red",
                new Endpoint(protocol, blue(), 80));

        assertThat(Explanations.proven(explanation))
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.culprit().hook()).isEqualTo("forward"));
    }

    @Test
    void the_answer_to_a_connection_is_dropped() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> {
                    listen(testbed.netns("blue"), BLUE);
                    filter(testbed.netns("red"), "input", "tcp sport 80 drop");
                },
                "red",
                Endpoint.tcp(BLUE, 80));

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Dropped.class, dropped -> {
            assertThat(dropped.netns()).isEqualTo("red");
            assertThat(dropped.culprit().hook()).isEqualTo("input");
        });
    }

    @Test
    void the_sender_drops_its_own_connection() {
        Explanation explanation = Explanations.of(
                Networks.bridge(),
                testbed -> filter(testbed.netns("red"), "output", "tcp dport 80 drop"),
                "red",
                Endpoint.tcp(BLUE, 80));

        assertThat(Explanations.proven(explanation))
                .isInstanceOfSatisfying(
                        Cause.Dropped.class,
                        dropped -> assertThat(dropped.netns()).isEqualTo("red"));
    }

    @Test
    void a_connection_has_no_way_back() {
        Explanation explanation = Explanations.of(
                Networks.internet(),
                testbed -> listen(testbed.netns("internet"), "8.8.8.8"),
                "red",
                Endpoint.tcp("8.8.8.8", 80));

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoWayBack("internet", IpLiteral.parse("192.168.0.2")));
    }

    private static InetAddress blue() {
        return IpLiteral.parse(BLUE);
    }

    private static void listen(NetworkNamespace netns, String address) throws Exception {
        netns.serverSocketChannel().bind(new InetSocketAddress(IpLiteral.parse(address), 80));
    }

    private static void filter(NetworkNamespace netns, String hook, String rule) {
        netns.nft("table ip t { chain c { type filter hook " + hook + " priority 0; " + rule + "; }; }");
    }
}
