package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.notForwarding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Counted;
import dev.netjig.suites.support.Silence;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the document needs {@code net.ipv4.ip_forward=1} for: not for blue, but for 8.8.8.8. */
@ReachingTheInternet
class IpForward {

    private static final String OUTSIDE = "8.8.8.8";

    @Nested
    @Sysctl(key = "net.ipv4.ip_forward", value = "0")
    @Scenario(id = "B7", title = "ip_forward=0 keeps red from 8.8.8.8, without a word; it does not keep it from blue")
    class Off {

        @Test
        void red_does_not_reach_the_outside(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(OUTSIDE).because(notForwarding("node"));
        }

        /** A router that does not forward sends no ICMP error either: it is no router. */
        @Test
        void red_learns_nothing_but_the_node_counts_it(
                @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            Counted counted = Counted.in(node);

            assertThat(Ping.of(red, OUTSIDE).timeout(Silence.LIMIT).send()).isLost();
            assertThat(counted.by("IpInAddrErrors")).isEqualTo(1);
        }

        @Test
        void the_nodes_routing_says_no_route_to_host(@Netns("node") NetworkNamespace node) {
            assertThat(node.exec("ip", "route", "get", OUTSIDE, "from", "192.168.0.2", "iif", "br0")
                            .stderr())
                    .contains("No route to host");
        }

        @Test
        void red_reaches_blue_and_every_address_of_the_node(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach("192.168.0.3").withTtl(64);
            assertThat(red).canReach("192.168.0.1").withTtl(64);
            assertThat(red).canReach("10.0.0.2").withTtl(64);
        }

        @Test
        void the_node_itself_reaches_the_outside(@Netns("node") NetworkNamespace node) {
            assertThat(node).canReach(OUTSIDE).withTtl(104);
        }

        @Test
        @Sysctl(key = "net.ipv4.conf.br0.forwarding", value = "1")
        @Sysctl(key = "net.ipv4.conf.eth0.forwarding", value = "1")
        @Scenario(id = "B7.1", title = "it is each device's own forwarding that decides; ip_forward only sets them all")
        void the_devices_own_switches_are_enough(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }
    }

    @Nested
    class On {

        @Test
        @Scenario(
                id = "B7",
                title = "ip_forward=0 keeps red from 8.8.8.8, without a word; it does not keep it from blue")
        void red_reaches_the_outside(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }

        @Test
        @Sysctl(key = "net.ipv4.conf.br0.forwarding", value = "0")
        @Scenario(id = "B7.1", title = "it is each device's own forwarding that decides; ip_forward only sets them all")
        void not_if_the_bridge_is_excepted(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(node).sysctl("net.ipv4.ip_forward").isEqualTo("1");
            assertThat(red).cannotReach(OUTSIDE).because(notForwarding("node"));
        }
    }
}
