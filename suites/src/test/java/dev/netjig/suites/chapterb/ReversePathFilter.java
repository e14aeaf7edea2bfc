package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.reversePathFilter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.jupiter.Address;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Counted;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reverse-path filter asks whether an answer would leave by the device that the packet came in by. */
@Scenario(id = "B6.3", title = "rp_filter is no obstacle to masqueraded packets; at br0 it stops foreign sources only")
class ReversePathFilter {

    private static final String OUTSIDE = "8.8.8.8";

    @ParameterizedTest(name = "node {0}, internet {1}")
    @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2", "2, 0", "2, 1", "2, 2"})
    @ReachingTheInternet
    void red_is_answered_in_every_mode(
            String atTheNode,
            String outside,
            @Netns("red") NetworkNamespace red,
            @Netns("node") NetworkNamespace node,
            @Netns("internet") NetworkNamespace internet) {
        node.sysctl("net.ipv4.conf.all.rp_filter", atTheNode);
        internet.sysctl("net.ipv4.conf.all.rp_filter", outside);

        assertThat(red).canReach(OUTSIDE).withTtl(103);
    }

    /** Red sends from an address that the node would look for at its uplink. */
    @Nested
    @TwoNamespacesOnABridge
    @Internet
    @Address(netns = "red", dev = "veth2-r", value = "172.31.0.9/32")
    @Route(netns = "red", via = "192.168.0.1", src = "172.31.0.9")
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    class AForeignSource {

        @Test
        @Sysctl(key = "net.ipv4.conf.br0.rp_filter", value = "1")
        void strict_mode_drops_it(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach("192.168.0.1");
            Counted counted = Counted.in(node);

            assertThat(red).cannotReach(OUTSIDE).because(reversePathFilter("node"));
            assertThat(counted.by("TcpExtIPReversePathFilter")).isEqualTo(1);
        }

        /** Red asks for the node's Ethernet address as 172.31.0.9 too, and the filter hears that as well. */
        @Test
        @Sysctl(key = "net.ipv4.conf.br0.rp_filter", value = "1")
        void strict_mode_does_not_even_answer_arp(@Netns("red") NetworkNamespace red) {
            Explanation explanation = assertThat(red).cannotReach(OUTSIDE).because(reversePathFilter("node"));

            assertThat(explanation.path()).isEmpty();
        }

        /** The node has a default route, so it could answer anybody. The packet dies later, for want of one outside. */
        @Test
        @Sysctl(key = "net.ipv4.conf.br0.rp_filter", value = "2")
        void loose_mode_lets_it_pass(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(OUTSIDE).because(noWayBack("internet"));
        }

        /** 2 is loose and yet the greater number. */
        @Test
        @Sysctl(key = "net.ipv4.conf.br0.rp_filter", value = "1")
        @Sysctl(key = "net.ipv4.conf.all.rp_filter", value = "2")
        void the_greater_of_all_and_the_devices_own_value_counts(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(OUTSIDE).because(noWayBack("internet"));
        }

        @Test
        @Sysctl(key = "net.ipv4.conf.br0.rp_filter", value = "0")
        @Sysctl(key = "net.ipv4.conf.all.rp_filter", value = "1")
        void so_all_is_enough(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(OUTSIDE).because(reversePathFilter("node"));
        }
    }
}
