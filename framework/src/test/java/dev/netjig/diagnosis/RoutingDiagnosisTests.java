package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Routing is in the way: at the sender, at the router, at the receiver, there and back. */
@NeedsNamespaces
class RoutingDiagnosisTests {

    @Test
    void the_sender_has_no_route() {
        Explanation explanation = Explanations.of(Networks.bridge(), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NetworkUnreachable("red", IpLiteral.parse("8.8.8.8")));
        assertThat(explanation.path()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNICAST")
    void the_sender_has_a_route_that_refuses(RouteType type) {
        Explanation explanation = Explanations.of(
                Networks.bridge().route(r -> r.netns("red").type(type).to("8.8.8.0/24")), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.RouteRefused("red", type, IpLiteral.parse("8.8.8.8")));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNICAST")
    void the_router_has_a_route_that_refuses(RouteType type) {
        Explanation explanation = Explanations.of(
                Networks.routedInternet().route(r -> r.type(type).to("8.8.8.0/24")), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.RouteRefused("node", type, IpLiteral.parse("8.8.8.8")));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNICAST")
    void the_receiver_has_a_route_back_that_refuses(RouteType type) {
        Explanation explanation = Explanations.of(
                Networks.internet().route(r -> r.netns("internet").type(type).to("192.168.0.0/24")), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.RouteRefused("internet", type, IpLiteral.parse("192.168.0.2")));
    }

    @Test
    void the_receiver_has_no_way_back() {
        Explanation explanation = Explanations.of(Networks.internet(), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoWayBack("internet", IpLiteral.parse("192.168.0.2")));
    }

    @Test
    void the_router_has_no_route() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.node().exec("ip", "route", "del", "default").orThrow(),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NoRoute("node", IpLiteral.parse("8.8.8.8")));
    }

    @Test
    void the_router_does_not_forward() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.node().sysctl("net.ipv4.ip_forward", "0"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NotForwarding("node", "br0"));
    }

    @Test
    void one_device_of_the_router_does_not_forward() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.node().sysctl("net.ipv4.conf.br0.forwarding", "0"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NotForwarding("node", "br0"));
    }

    @Test
    void the_router_does_not_forward_the_reply() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.node().sysctl("net.ipv4.conf.eth0.forwarding", "0"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NotForwarding("node", "eth0"));
    }

    /** The captured reply is for the router itself; only after translating it back does the router route it. */
    @Test
    void the_router_does_not_forward_the_reply_to_a_masqueraded_request() {
        Explanation explanation = Explanations.of(
                Networks.masqueradedInternet(),
                testbed -> testbed.node().sysctl("net.ipv4.conf.eth0.forwarding", "0"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NotForwarding("node", "eth0"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNICAST")
    void the_router_has_a_route_that_refuses_the_reply_to_a_masqueraded_request(RouteType type) {
        Explanation explanation = Explanations.of(
                Networks.masqueradedInternet(),
                testbed -> testbed.node().shell("""
                                ip rule add iif eth0 table 77
                                ip route add %s 192.168.0.2 table 77
                                """.formatted(type)).orThrow(),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.RouteRefused("node", type, IpLiteral.parse("192.168.0.2")));
    }

    @Test
    void the_ttl_expires_at_the_router() {
        try (Testbed testbed = Testbed.create(Networks.routedInternet().build())) {
            Explanation explanation =
                    Explanations.of(Ping.of(testbed.netns("red"), "8.8.8.8").ttl(1));

            assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.TtlExpired("node"));
        }
    }

    /** The router has no way to tell the sender; that the ttl was 1 where it was last seen tells us. */
    @Test
    void the_ttl_expires_at_a_router_that_cannot_say_so() {
        try (Testbed testbed = Testbed.create(Networks.routedInternet().build())) {
            testbed.node()
                    .nft("table ip t { chain o { type filter hook output priority 0; ip protocol icmp drop; }; }");
            Explanation explanation =
                    Explanations.of(Ping.of(testbed.netns("red"), "8.8.8.8").ttl(1));

            assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.TtlExpired("node"));
        }
    }

    @Test
    void the_ttl_of_the_reply_expires_at_the_router() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.netns("internet").sysctl("net.ipv4.ip_default_ttl", "1"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.TtlExpired("node"));
    }

    @Test
    void a_receiver_that_ignores_echo_requests_is_not_said_to_have_no_way_back() {
        Explanation explanation = Explanations.of(
                Networks.internet().sysctl("internet", "net.ipv4.icmp_echo_ignore_all", "1"), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.EchoIgnored("internet", "net.ipv4.icmp_echo_ignore_all"));
    }

    /** red's gateway is blue, which is a host and no router. */
    @Test
    void a_host_that_was_taken_for_a_router_does_not_forward() {
        Explanation explanation = Explanations.of(
                Networks.bridge().route(r -> r.netns("red").to("default").via("192.168.0.3")), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.NotForwarding("blue", "veth2-b"));
    }

    /** The packet passes the bridge twice, to the router and away from it: that is no flooding. */
    @Test
    void a_router_on_the_same_bridge_is_followed_both_ways() {
        Explanation explanation = Explanations.of(
                Networks.bridge()
                        .netns("green")
                        .vethPair(
                                "veth1-g",
                                v -> v.master("br0")
                                        .peer(
                                                "veth2-g",
                                                p -> p.netns("green")
                                                        .address("192.168.0.4/24")
                                                        .address("172.16.0.4/24")))
                        .address("blue", "veth2-b", "172.16.0.3/24")
                        .sysctl("green", "net.ipv4.ip_forward", "1")
                        .sysctl("blue", "net.ipv4.icmp_echo_ignore_all", "1")
                        .route(r -> r.netns("red").to("172.16.0.0/24").via("192.168.0.4")),
                "red",
                "172.16.0.3");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.EchoIgnored("blue", "net.ipv4.icmp_echo_ignore_all"));
    }

    /** The node takes the packet for somebody else's after a rule gave it another destination. */
    @Test
    void a_packet_that_a_rule_gave_another_destination_is_not_judged_by_its_first() {
        Explanation explanation =
                Explanations.of(Networks.internet(), testbed -> testbed.node().nft("""
                        table ip t {
                          chain p { type nat hook prerouting priority -100; ip daddr 192.168.0.1 dnat to 192.168.0.77; };
                        }"""), "red", "192.168.0.1");

        assertThat(explanation.cause()).isInstanceOf(Cause.Unknown.class);
    }

    @Test
    void a_packet_that_a_legacy_rule_gave_another_destination_is_not_judged_by_its_first() {
        Explanation explanation = Explanations.of(
                Networks.internet(),
                testbed -> testbed.node()
                        .shell("iptables-legacy -t nat -A PREROUTING -d 192.168.0.1 -j DNAT --to 192.168.0.77")
                        .orThrow(),
                "red",
                "192.168.0.1");

        assertThat(explanation.cause()).isInstanceOf(Cause.Unknown.class);
    }

    @Test
    void a_rule_for_other_packets_does_not_make_the_cause_unknown() {
        Explanation explanation =
                Explanations.of(Networks.internet(), testbed -> testbed.node().nft("""
                        table ip t {
                          chain p { type nat hook prerouting priority -100; tcp dport 80 dnat to 192.168.0.77; };
                        }"""), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.NoWayBack.class);
    }
}
