package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NeedsNamespaces
class ArrivalAssertTests {

    private static Testbed testbed;

    @BeforeAll
    static void build() {
        testbed = Testbed.create(Topology.builder()
                .netns("red")
                .netns("world")
                .vethPair(
                        "veth1-r",
                        pair -> pair.address("192.168.0.1/24")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "eth0",
                        pair -> pair.address("10.0.0.2/24")
                                .peer("eth0", peer -> peer.netns("world").address("10.0.0.1/24")))
                .route(route -> route.netns("red").to("default").via("192.168.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .masquerade(nat -> nat.source("192.168.0.0/24"))
                .build());
    }

    @AfterAll
    static void tearDown() {
        testbed.close();
    }

    @Test
    void sees_this_source() {
        whenPinged().seesSource("10.0.0.2");
    }

    @Test
    void sees_another_source() {
        assertThatThrownBy(() -> whenPinged().seesSource("192.168.0.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the echo request that arrived in netns world
                        to have source 192.168.0.2
                        but it has source 10.0.0.2""");
    }

    @Test
    void sees_this_destination() {
        whenPinged().seesDestination("10.0.0.1");
    }

    @Test
    void sees_another_destination() {
        assertThatThrownBy(() -> whenPinged().seesDestination("10.0.0.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the echo request that arrived in netns world
                        to have destination 10.0.0.2
                        but it has destination 10.0.0.1""");
    }

    @Test
    void sees_this_ttl() {
        whenPinged().withTtl(63);
    }

    @Test
    void sees_another_ttl() {
        assertThatThrownBy(() -> whenPinged().withTtl(64))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting the echo request that arrived in netns world
                        to have ttl 64
                        but it has ttl 63""");
    }

    @Test
    void sees_nothing_of_what_was_not_sent() {
        assertThatThrownBy(() -> assertThat(testbed.node()).whenPingedBy(testbed.netns("world"), "192.168.0.1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns node
                        to see the echo request of netns world to 192.168.0.1 arrive
                        but it was not sent: ENETUNREACH, Network is unreachable""");
    }

    @Test
    void sees_nothing_of_what_went_elsewhere() {
        assertThatThrownBy(() -> assertThat(testbed.netns("world")).whenPingedBy(testbed.netns("red"), "192.168.0.1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting netns world
                        to see the echo request of netns red to 192.168.0.1 arrive
                        but it did not within 1000 ms; its sender got: reply from 192.168.0.1: ttl=64""");
    }

    @Test
    void sees_nothing_of_what_was_lost() {
        assertThat(ArrivalAssert.shouldArrive("blue", Results.silence())).isEqualTo("""
                        Expecting netns blue
                        to see the echo request of netns red to 192.168.0.3 arrive
                        but it did not within 1000 ms""");
    }

    private static ArrivalAssert whenPinged() {
        return assertThat(testbed.netns("world")).whenPingedBy(testbed.netns("red"), "10.0.0.1");
    }
}
