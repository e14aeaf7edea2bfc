package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is configured in a namespace; whom it reaches is told by {@link ReachabilityTests}. */
@NeedsNamespaces
class NetworkNamespaceAssertTests {

    private static Testbed testbed;

    @BeforeAll
    static void build() {
        testbed = Testbed.create(Topology.builder()
                .netns("red")
                .vethPair(
                        "veth1-r",
                        pair -> pair.address("192.168.0.1/24")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24", "2001:db8::2/64")))
                .route(route -> route.netns("red").to("default").via("192.168.0.1"))
                .route(route ->
                        route.netns("red").to("10.0.0.0/8").via("192.168.0.1").src("192.168.0.2"))
                .route(route -> route.netns("red").to("172.16.0.0/12").type(RouteType.BLACKHOLE))
                .route(route -> route.netns("red").to("172.32.0.0/12").type(RouteType.UNREACHABLE))
                .build());
    }

    @AfterAll
    static void tearDown() {
        testbed.close();
    }

    @Test
    void has_a_device() {
        assertThat(testbed.netns("red")).link("veth2-r").isUp();
    }

    @Test
    void has_no_such_device() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red")).link("eth0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns red
                        to have a device eth0
                        but it has lo, veth2-r""");
    }

    @Test
    void has_an_address() {
        assertThat(testbed.netns("red"))
                .hasAddress("192.168.0.2/24")
                .hasAddress("127.0.0.1/8")
                .hasAddress("2001:db8::2/64");
    }

    @Test
    void has_other_addresses() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red")).hasAddress("192.168.0.9/24"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns red
                        to have address 192.168.0.9/24
                        but it has 127.0.0.1/8 on lo, 192.168.0.2/24 on veth2-r""");
    }

    @Test
    void has_it_with_another_prefix_length() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red")).hasAddress("192.168.0.2/25"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns red
                        to have address 192.168.0.2/25
                        but it has 127.0.0.1/8 on lo, 192.168.0.2/24 on veth2-r""");
    }

    @Test
    void has_no_address_at_all() {
        try (Testbed bare = Testbed.create(
                Topology.builder().netns("red", netns -> netns.lo(false)).build())) {
            assertThatThrownBy(() -> assertThat(bare.netns("red")).hasAddress("127.0.0.1/8"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns red
                            to have address 127.0.0.1/8
                            but it has none""");
        }
    }

    @Test
    void has_a_route() {
        assertThat(testbed.netns("red")).hasRoute("default").via("192.168.0.1");
    }

    @Test
    void has_other_routes() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red")).hasRoute("10.1.0.0/16"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns red
                        to have a route to 10.1.0.0/16
                        but its main table has:
                          default via 192.168.0.1 dev veth2-r
                          10.0.0.0/8 via 192.168.0.1 dev veth2-r src 192.168.0.2
                          blackhole 172.16.0.0/12
                          unreachable 172.32.0.0/12
                          192.168.0.0/24 dev veth2-r proto kernel scope link src 192.168.0.2""");
    }

    @Test
    void has_no_route_at_all() {
        try (Testbed bare = Testbed.create(Topology.builder().build())) {
            assertThatThrownBy(() -> assertThat(bare.node()).hasRoute("default"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns node
                            to have a route to default
                            but its main table has no route""");
        }
    }

    @Test
    void has_no_such_route() {
        assertThat(testbed.netns("red")).hasNoRoute("10.1.0.0/16");
    }

    @Test
    void has_the_unwanted_route() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red")).hasNoRoute("default"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns red
                        to have no route to default
                        but its main table has:
                          default via 192.168.0.1 dev veth2-r
                          10.0.0.0/8 via 192.168.0.1 dev veth2-r src 192.168.0.2
                          blackhole 172.16.0.0/12
                          unreachable 172.32.0.0/12
                          192.168.0.0/24 dev veth2-r proto kernel scope link src 192.168.0.2""");
    }

    @Test
    void has_this_sysctl() {
        assertThat(testbed.netns("red")).sysctl("net.ipv4.ip_forward").isEqualTo("0");
    }

    @Test
    void has_another_sysctl() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red"))
                        .sysctl("net.ipv4.ip_forward")
                        .isEqualTo("1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        [sysctl net.ipv4.ip_forward in netns red]\s
                        expected: "1"
                         but was: "0\"""");
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void is_there_at_all(Consumer<NetworkNamespaceAssert> assertion) {
        assertThatThrownBy(() -> assertion.accept(assertThat((NetworkNamespace) null)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\nExpecting actual not to be null");
    }

    static Stream<Consumer<NetworkNamespaceAssert>> assertions() {
        return Stream.of(
                none -> none.canReach("10.0.0.1"),
                none -> none.eventuallyReaches("10.0.0.1", Duration.ofSeconds(1)),
                none -> none.cannotReach("10.0.0.1"),
                none -> none.cannotReach(Ping.of(testbed.node(), "10.0.0.1")),
                none -> none.whenPingedBy(testbed.node(), "10.0.0.1"),
                none -> none.link("lo"),
                none -> none.hasAddress("10.0.0.1/8"),
                none -> none.hasRoute("default"),
                none -> none.hasNoRoute("default"),
                none -> none.routeTo("10.0.0.1"),
                none -> none.chainPolicy(Chain.FORWARD),
                none -> none.rule(Chain.FORWARD, "drop"),
                none -> none.rule("DOCKER-USER", "drop"),
                none -> none.conntrackEntry(TrackedFlow.any()),
                none -> none.hasNoConntrackEntry(TrackedFlow.any()),
                none -> none.pathMtu("10.0.0.1"),
                none -> none.discoveredPathMtu("10.0.0.1"),
                none -> none.sysctl("net.ipv4.ip_forward"));
    }
}
