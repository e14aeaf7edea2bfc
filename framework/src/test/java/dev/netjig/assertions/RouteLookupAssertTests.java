package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class RouteLookupAssertTests {

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
    void goes_via_this_gateway() {
        assertThat(testbed.netns("red")).routeTo("10.0.0.7").via("192.168.0.1").dev("veth2-r");
    }

    @Test
    void goes_via_another_gateway() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).routeTo("10.0.0.7").via("192.168.0.9"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 10.0.0.7 in netns red
                        to have via 192.168.0.9
                        but it has via 192.168.0.1""");
    }

    @Test
    void is_on_link() {
        assertThat(testbed.netns("red")).routeTo("192.168.0.1").onLink();
    }

    @Test
    void is_not_on_link() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).routeTo("10.0.0.7").onLink())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 10.0.0.7 in netns red
                        to have no gateway
                        but it has via 192.168.0.1""");
    }

    @Test
    void goes_by_this_device() {
        assertThat(testbed.netns("red")).routeTo("10.0.0.7").dev("veth2-r");
    }

    @Test
    void goes_by_another_device() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).routeTo("10.0.0.7").dev("eth0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 10.0.0.7 in netns red
                        to have dev eth0
                        but it has dev veth2-r""");
    }

    @Test
    void gives_this_source() {
        assertThat(testbed.netns("red")).routeTo("192.168.0.1").src("192.168.0.2");
    }

    @Test
    void gives_another_source() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).routeTo("192.168.0.1").src("192.168.0.3"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 192.168.0.1 in netns red
                        to have src 192.168.0.3
                        but it has src 192.168.0.2""");
    }

    @Test
    void there_is_no_route_to_ask_for_its_gateway() {
        assertThatThrownBy(() -> assertThat(testbed.node()).routeTo("8.8.8.8").via("192.168.0.1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 8.8.8.8 in netns node
                        to be found
                        but it is refused: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void there_is_no_route_to_ask_for_its_device() {
        assertThatThrownBy(() -> assertThat(testbed.node()).routeTo("8.8.8.8").dev("veth2-r"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 8.8.8.8 in netns node
                        to be found
                        but it is refused: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void there_is_no_route_to_ask_for_its_link() {
        assertThatThrownBy(() -> assertThat(testbed.node()).routeTo("8.8.8.8").onLink())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 8.8.8.8 in netns node
                        to be found
                        but it is refused: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void there_is_no_route_to_ask_for_its_source() {
        assertThatThrownBy(() -> assertThat(testbed.node()).routeTo("8.8.8.8").src("192.168.0.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 8.8.8.8 in netns node
                        to be found
                        but it is refused: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void is_refused_for_lack_of_a_route() {
        assertThat(testbed.node()).routeTo("8.8.8.8").isRefusedWith(Errno.ENETUNREACH);
    }

    @Test
    void is_refused_by_an_unreachable_route() {
        assertThat(testbed.netns("red")).routeTo("172.32.0.1").isRefusedWith(Errno.EHOSTUNREACH);
    }

    @Test
    void is_refused_by_a_blackhole() {
        assertThat(testbed.netns("red")).routeTo("172.16.0.1").isRefusedWith(Errno.EINVAL);
    }

    @Test
    void is_refused_with_another_errno() {
        assertThatThrownBy(() -> assertThat(testbed.node()).routeTo("8.8.8.8").isRefusedWith(Errno.EHOSTUNREACH))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 8.8.8.8 in netns node
                        to be refused with EHOSTUNREACH, No route to host
                        but it is refused: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void is_not_refused() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).routeTo("10.0.0.7").isRefusedWith(Errno.EHOSTUNREACH))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the route to 10.0.0.7 in netns red
                        to be refused with EHOSTUNREACH, No route to host
                        but it is found: 10.0.0.7 via 192.168.0.1 dev veth2-r src 192.168.0.2""");
    }
}
