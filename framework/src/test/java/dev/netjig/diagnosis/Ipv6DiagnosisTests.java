package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/** IPv6: what is proven is right, and the rest is unknown. */
@NeedsNamespaces
class Ipv6DiagnosisTests {

    /** red (2001:db8::2) – node (2001:db8::1, 2001:db8:1::1) – blue (2001:db8:1::2). */
    private static Topology.Builder routed() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .vethPair(
                        "veth1-r",
                        v -> v.address("2001:db8::1/64")
                                .peer("veth2-r", p -> p.netns("red").address("2001:db8::2/64")))
                .vethPair(
                        "veth1-b",
                        v -> v.address("2001:db8:1::1/64")
                                .peer("veth2-b", p -> p.netns("blue").address("2001:db8:1::2/64")))
                .route(r -> r.netns("red").to("::/0").via("2001:db8::1"))
                .route(r -> r.netns("blue").to("::/0").via("2001:db8:1::1"))
                .sysctl("node", "net.ipv6.conf.all.forwarding", "1");
    }

    private static Explanation explain(Explanations.Change change) {
        return Explanations.of(routed(), change, "red", "2001:db8:1::2");
    }

    @Test
    void a_rule_is_blamed() {
        Explanation explanation = explain(
                testbed -> testbed.node()
                        .nft(
                                "table inet t { chain f { type filter hook forward priority 0; meta l4proto ipv6-icmp drop; }; }"));

        assertThat(Explanations.proven(explanation)).isInstanceOfSatisfying(Cause.Dropped.class, dropped -> {
            assertThat(dropped.netns()).isEqualTo("node");
            assertThat(dropped.culprit().hook()).isEqualTo("forward");
        });
    }

    @Test
    void the_sender_has_no_route() {
        Explanation explanation = explain(testbed ->
                testbed.netns("red").exec("ip", "-6", "route", "del", "default").orThrow());

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NetworkUnreachable("red", IpLiteral.parse("2001:db8:1::2")));
    }

    @Test
    void the_sender_has_a_route_that_prohibits() {
        Explanation explanation = explain(testbed -> testbed.netns("red")
                .exec("ip", "-6", "route", "add", "prohibit", "2001:db8:1::2")
                .orThrow());

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.RouteRefused("red", RouteType.PROHIBIT, IpLiteral.parse("2001:db8:1::2")));
    }

    @Test
    void the_link_to_the_router_is_down() {
        Explanation explanation = explain(testbed -> testbed.node().linkDown("veth1-r"));

        assertThat(Explanations.proven(explanation)).isEqualTo(new Cause.LinkDown("node", "veth1-r"));
    }

    @Test
    void the_router_does_not_forward() {
        Explanation explanation = explain(testbed -> testbed.node().sysctl("net.ipv6.conf.all.forwarding", "0"));

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NotForwarding("node", "veth1-r", /* v6= */ true));
    }

    @Test
    void the_receiver_has_no_way_back() {
        Explanation explanation = explain(testbed -> testbed.netns("blue")
                .exec("ip", "-6", "route", "del", "default")
                .orThrow());

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoWayBack("blue", IpLiteral.parse("2001:db8::2")));
    }

    @Test
    void nobody_answers_neighbour_discovery() {
        Explanation explanation = Explanations.of(routed(), "red", "2001:db8::77");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.NoNeighbour("red", "veth2-r", IpLiteral.parse("2001:db8::77")));
    }
}
