package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.reversePathFilter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Counted;
import dev.netjig.suites.support.Recipe;
import dev.netjig.suites.support.Silence;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The request arrives, with an address that nobody outside can answer to. Nothing is dropped and nothing counts it: the
 * kernel of 8.8.8.8 makes an answer and finds no route for it.
 */
@TwoNamespacesOnABridge
@DefaultRoutes
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Scenario(id = "B5", title = "without MASQUERADE red's request arrives at 8.8.8.8 and its answer has no way back")
class NoMasquerade {

    @Test
    void the_answer_has_no_way_back(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("8.8.8.8").because(noWayBack("internet"));
    }

    @Test
    void the_outside_sees_a_private_address(
            @Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
        assertThat(internet)
                .whenPingedBy(red, "8.8.8.8")
                .seesSource("192.168.0.2")
                .withTtl(63);
    }

    @Test
    void it_is_heard_and_not_answered(
            @Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
        Counted counted = Counted.in(internet);
        assertThat(Ping.of(red, "8.8.8.8").timeout(Silence.LIMIT).send()).isLost();

        assertThat(counted.by("IcmpInEchos")).isEqualTo(1);
        assertThat(counted.by("IcmpOutEchoReps")).isZero();
    }

    /** Nothing needs connection tracking yet, so the kernel does none. */
    @Test
    void the_node_tracks_nothing(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
        assertThat(red).cannotReach("8.8.8.8").because(noWayBack("internet"));

        assertThat(node.exec("conntrack", "-L").orThrow().stdout()).isEmpty();
    }

    /** A world that drops what it could not answer counts it at least. Both strict (1) and loose (2) mode do. */
    @ParameterizedTest(name = "rp_filter {0}")
    @ValueSource(strings = {"1", "2"})
    void a_reverse_path_filter_outside_drops_it_before(
            String mode, @Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
        internet.sysctl("net.ipv4.conf.all.rp_filter", mode);
        Counted counted = Counted.in(internet);

        assertThat(red).cannotReach("8.8.8.8").because(reversePathFilter("internet"));
        assertThat(counted.by("TcpExtIPReversePathFilter")).isEqualTo(1);
        assertThat(counted.by("IcmpInEchos")).isZero();
    }

    @Test
    void by_hand() {
        try (Testbed outside = Testbed.create(Networks.nodeWithInternet().build())) {
            DocumentCommands.HandMade made =
                    DocumentCommands.type(outside.node(), DocumentCommands.routesAnd(DocumentCommands.IP_FORWARD));
            Recipe.Outcome ping =
                    made.type("ip netns exec red ping -c 1 -W 0.3 8.8.8.8").step(1);

            assertThat(ping.exitCode()).isEqualTo(1);
            assertThat(ping.output()).contains("1 packets transmitted, 0 received, 100% packet loss");
            assertThat(made.red()).cannotReach("8.8.8.8").because(noWayBack("internet"));
        }
    }

    /** Why netjig's internet has no route to private networks: with one, no test would notice a missing MASQUERADE. */
    @Test
    @Route(netns = "internet", to = "192.168.0.0/24", via = "10.0.0.2")
    void a_world_with_a_way_back_proves_nothing(@Netns("red") NetworkNamespace red) {
        assertThat(red).canReach("8.8.8.8").withTtl(103);
    }
}
