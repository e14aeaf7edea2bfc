package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class RouteAssertTests {

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
        assertThat(testbed.netns("red")).hasRoute("default").via("192.168.0.1");
    }

    @Test
    void goes_via_another_gateway() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).hasRoute("default").via("192.168.0.9"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route default in netns red
                        to have via 192.168.0.9
                        but it has via 192.168.0.1""");
    }

    @Test
    void goes_via_no_gateway() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red"))
                        .hasRoute("192.168.0.0/24")
                        .via("192.168.0.1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route 192.168.0.0/24 in netns red
                        to have via 192.168.0.1
                        but it has no gateway""");
    }

    @Test
    void is_on_link() {
        assertThat(testbed.netns("red")).hasRoute("192.168.0.0/24").onLink();
    }

    @Test
    void is_not_on_link() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).hasRoute("default").onLink())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route default in netns red
                        to have no gateway
                        but it has via 192.168.0.1""");
    }

    @Test
    void goes_by_this_device() {
        assertThat(testbed.netns("red")).hasRoute("default").dev("veth2-r");
    }

    @Test
    void goes_by_another_device() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).hasRoute("default").dev("eth0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route default in netns red
                        to have dev eth0
                        but it has dev veth2-r""");
    }

    @Test
    void goes_by_no_device() {
        assertThatThrownBy(() -> assertThat(testbed.netns("red"))
                        .hasRoute("172.16.0.0/12")
                        .dev("eth0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route 172.16.0.0/12 in netns red
                        to have dev eth0
                        but it has no device""");
    }

    @Test
    void gives_this_source() {
        assertThat(testbed.netns("red")).hasRoute("10.0.0.0/8").src("192.168.0.2");
    }

    @Test
    void gives_another_source() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).hasRoute("10.0.0.0/8").src("192.168.0.3"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route 10.0.0.0/8 in netns red
                        to have src 192.168.0.3
                        but it has src 192.168.0.2""");
    }

    @Test
    void gives_no_source() {
        assertThatThrownBy(() ->
                        assertThat(testbed.netns("red")).hasRoute("default").src("192.168.0.3"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting route default in netns red
                        to have src 192.168.0.3
                        but it has no src""");
    }

    @Test
    void can_be_asked_for_all_of_it() {
        assertThat(testbed.netns("red"))
                .hasRoute("10.0.0.0/8")
                .via("192.168.0.1")
                .dev("veth2-r")
                .src("192.168.0.2");
    }
}
