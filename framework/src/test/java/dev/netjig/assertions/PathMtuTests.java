package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class PathMtuTests {

    /** red – node – blue for both families; the node's link to blue carries 1400 bytes. */
    private static Topology.Builder narrow() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .vethPair(
                        "veth1-r",
                        v -> v.address("10.0.1.1/24", "2001:db8:1::1/64")
                                .peer("veth2-r", p -> p.netns("red").address("10.0.1.2/24", "2001:db8:1::2/64")))
                .vethPair(
                        "veth1-b",
                        v -> v.address("10.0.2.1/24", "2001:db8:2::1/64")
                                .mtu(1400)
                                .peer("veth2-b", p -> p.netns("blue").address("10.0.2.2/24", "2001:db8:2::2/64")))
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .sysctl("node", "net.ipv6.conf.all.forwarding", "1")
                // A router looks for neighbours from its link-local address, which would be tentative for a second.
                .sysctl("node", "net.ipv6.conf.default.accept_dad", "0")
                .route(r -> r.netns("red").to("10.0.2.0/24").via("10.0.1.1"))
                .route(r -> r.netns("red").to("2001:db8:2::/64").via("2001:db8:1::1"))
                .route(r -> r.netns("blue").to("10.0.1.0/24").via("10.0.2.1"))
                .route(r -> r.netns("blue").to("2001:db8:1::/64").via("2001:db8:2::1"));
    }

    @Test
    void is_that_of_the_device_until_the_kernel_knows_better() {
        try (Testbed testbed = Testbed.create(narrow().build())) {
            for (String blue : new String[] {"10.0.2.2", "2001:db8:2::2"}) {
                assertThat(testbed.netns("red")).pathMtu(blue).isEqualTo(1500);
                assertThat(testbed.netns("red")).discoveredPathMtu(blue).isEqualTo(1400);
                assertThat(testbed.netns("red")).pathMtu(blue).isEqualTo(1400);
            }
        }
    }

    @Test
    void is_that_of_the_route_where_it_has_one() {
        try (Testbed testbed = Testbed.create(narrow().build())) {
            testbed.netns("red")
                    .exec("ip", "route", "change", "10.0.2.0/24", "via", "10.0.1.1", "mtu", "1300")
                    .orThrow();

            assertThat(testbed.netns("red")).pathMtu("10.0.2.2").isEqualTo(1300);
        }
    }

    @Test
    void is_discovered_where_nobody_reports_it() {
        try (Testbed testbed = Testbed.create(
                narrow().rawRule("node", "add rule ip netjig OUTPUT icmp type destination-unreachable drop")
                        .build())) {
            assertThat(testbed.netns("red")).discoveredPathMtu("10.0.2.2").isEqualTo(1400);
            assertThat(testbed.netns("red")).pathMtu("10.0.2.2").isEqualTo(1500);
        }
    }

    @Test
    void is_another_than_expected() {
        try (Testbed testbed = Testbed.create(narrow().build())) {
            assertThatThrownBy(() ->
                            assertThat(testbed.netns("red")).pathMtu("10.0.2.2").isEqualTo(1400))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            [path MTU to 10.0.2.2 in bytes, as netns red believes]\s
                            expected: 1400
                             but was: 1500""");
            assertThatThrownBy(() -> assertThat(testbed.netns("red"))
                            .discoveredPathMtu("10.0.2.2")
                            .isEqualTo(1500))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            [path MTU to 10.0.2.2 in bytes, as pings of netns red discovered it]\s
                            expected: 1500
                             but was: 1400""");
        }
    }

    @Test
    void of_an_address_without_a_route_is_unknown() {
        try (Testbed testbed = Testbed.create(narrow().build())) {
            assertThatThrownBy(() -> assertThat(testbed.netns("red")).pathMtu("9.9.9.9"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns red
                            to have a path MTU to 9.9.9.9
                            but it has no route there: ENETUNREACH, Network is unreachable""");
        }
    }

    @Test
    void of_an_address_that_does_not_answer_is_not_discovered() {
        try (Testbed testbed = Testbed.create(narrow().build())) {
            testbed.netns("blue").linkDown("veth2-b");

            assertThatThrownBy(() -> assertThat(testbed.netns("red")).discoveredPathMtu("10.0.2.2"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns red
                            to discover the path MTU to 10.0.2.2
                            but not even a ping of 68 bytes was answered""");
        }
    }
}
