package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.topology.IpLiteral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reverse-path filter, and what is easily taken for it. */
@NeedsNamespaces
class ReversePathDiagnosisTests {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void a_receiver_without_any_route_to_the_source_drops_it_strict_or_loose(String mode) {
        Explanation explanation = Explanations.of(
                Networks.internet().sysctl("internet", "net.ipv4.conf.eth0.rp_filter", mode), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.ReversePathFilter("internet", "eth0", IpLiteral.parse("192.168.0.2")));
    }

    @Test
    void the_setting_of_all_devices_counts_too() {
        Explanation explanation = Explanations.of(
                Networks.internet(),
                testbed -> testbed.netns("internet").sysctl("net.ipv4.conf.all.rp_filter", "1"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.ReversePathFilter.class);
    }

    @Test
    void a_strict_router_drops_what_comes_by_another_device_than_the_route_back() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(), testbed -> testbed.node().shell("""
                                ip route add 192.168.0.2/32 via 10.0.0.1
                                sysctl -w net.ipv4.conf.br0.rp_filter=1
                                ip neigh flush all
                                """).orThrow(), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.ReversePathFilter("node", "br0", IpLiteral.parse("192.168.0.2")));
    }

    /** The internet answers by another link than the one that the router has its route on. */
    @Test
    void a_strict_router_drops_the_reply() {
        Explanation explanation = Explanations.of(
                Networks.internet()
                        .vethPair(
                                "eth1",
                                v -> v.address("10.1.0.2/24")
                                        .peer("eth1", p -> p.netns("internet").address("10.1.0.1/24")))
                        .route(r -> r.netns("internet").to("192.168.0.0/24").via("10.1.0.2"))
                        .sysctl("node", "net.ipv4.conf.eth1.rp_filter", "1"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.ReversePathFilter("node", "eth1", IpLiteral.parse("8.8.8.8")));
    }

    @Test
    void a_blackhole_behind_a_filter_that_is_on_is_told_from_it() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(), testbed -> testbed.node().shell("""
                                sysctl -w net.ipv4.conf.br0.rp_filter=1
                                ip route add blackhole 8.8.8.8
                                """).orThrow(), "red", "8.8.8.8");

        assertThat(Explanations.proven(explanation)).isInstanceOf(Cause.RouteRefused.class);
    }

    @Test
    void a_source_that_the_receiver_has_itself_is_told_from_it() {
        Explanation explanation = Explanations.of(
                Networks.internet()
                        .address("internet", "lo", "192.168.0.2/32")
                        .sysctl("internet", "net.ipv4.conf.eth0.rp_filter", "1"),
                "red",
                "8.8.8.8");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.MartianSource("internet", "eth0", IpLiteral.parse("192.168.0.2")));
    }

    @Test
    void an_owner_that_does_not_believe_an_arp_request_is_told_from_a_missing_one() {
        Explanation explanation = Explanations.of(
                Networks.bridge(), testbed -> testbed.netns("blue").shell("""
                                sysctl -w net.ipv4.conf.veth2-b.rp_filter=1
                                ip address flush dev veth2-b
                                ip address add 192.168.0.3/32 dev veth2-b
                                """).orThrow(), "red", "192.168.0.3");

        assertThat(Explanations.proven(explanation))
                .isEqualTo(new Cause.ReversePathFilter("blue", "veth2-b", IpLiteral.parse("192.168.0.2")));
    }
}
