package dev.netjig.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The order in which things come to be, where one of them needs another. */
@NeedsNamespaces
@Timeout(60)
class PlanApplierTests {

    @Test
    void a_peer_becomes_a_port_of_a_bridge_in_its_own_namespace() {
        Topology topology = Topology.builder()
                .netns("red")
                .bridge("br1", bridge -> bridge.netns("red").address("10.1.0.1/24"))
                .vethPair(
                        "eth0",
                        pair -> pair.address("10.1.0.2/24")
                                .peer("port0", peer -> peer.netns("red").master("br1")))
                .build();

        try (Testbed testbed = Testbed.create(topology)) {
            NetworkNamespace red = testbed.netns("red");
            assertThat(red.link("port0").master()).hasValue(red.link("br1").index());
            assertThat(testbed.node().exec("ping", "-c1", "-W1", "10.1.0.1").exitCode())
                    .isZero();
        }
    }

    @Test
    void both_ends_become_ports() {
        Topology topology = Topology.builder()
                .netns("red")
                .bridge("br0", bridge -> bridge.address("10.1.0.1/24"))
                .bridge("br1", bridge -> bridge.netns("red").address("10.1.0.2/24"))
                .vethPair(
                        "port0",
                        pair -> pair.master("br0")
                                .peer("port1", peer -> peer.netns("red").master("br1")))
                .build();

        try (Testbed testbed = Testbed.create(topology)) {
            assertThat(testbed.node().exec("ping", "-c1", "-W1", "10.1.0.2").exitCode())
                    .isZero();
        }
    }

    @Test
    void a_chain_of_namespaces_is_wired_whichever_end_declares_a_pair() {
        Topology topology = Topology.builder()
                .netns("red")
                .netns("blue")
                .netns("green")
                .vethPair(
                        "to-green",
                        pair -> pair.netns("blue")
                                .address("10.2.0.1/24")
                                .peer("eth0", peer -> peer.netns("green").address("10.2.0.2/24")))
                .vethPair(
                        "to-node",
                        pair -> pair.netns("red")
                                .address("10.0.0.2/24")
                                .peer("eth0", peer -> peer.address("10.0.0.1/24")))
                .vethPair(
                        "to-blue",
                        pair -> pair.netns("red")
                                .address("10.1.0.1/24")
                                .peer("to-red", peer -> peer.netns("blue").address("10.1.0.2/24")))
                .sysctl("red", "net.ipv4.ip_forward", "1")
                .sysctl("blue", "net.ipv4.ip_forward", "1")
                .route(route -> route.to("default").via("10.0.0.2"))
                .route(route -> route.netns("red").to("10.2.0.0/24").via("10.1.0.2"))
                .route(route -> route.netns("blue").to("10.0.0.0/24").via("10.1.0.1"))
                .route(route -> route.netns("green").to("default").via("10.2.0.1"))
                .build();

        try (Testbed testbed = Testbed.create(topology)) {
            assertThat(testbed.node().exec("ping", "-c1", "-W1", "10.2.0.2").exitCode())
                    .isZero();
        }
    }

    @Test
    void a_pair_within_one_namespace_is_wired() {
        Topology topology = Topology.builder()
                .netns("red")
                .vethPair(
                        "left",
                        pair -> pair.netns("red")
                                .address("10.1.0.1/24")
                                .peer("right", peer -> peer.netns("red").address("10.1.0.2/24")))
                .build();

        try (Testbed testbed = Testbed.create(topology)) {
            assertThat(testbed.netns("red").links())
                    .filteredOn(LinkState::isUp)
                    .extracting(LinkState::name)
                    .contains("left", "right");
        }
    }

    @Test
    void a_route_uses_what_comes_before_it_in_its_namespace_with_no_link_to_wait_for() {
        Topology topology = Topology.builder()
                .netns("red")
                .address("red", "lo", "192.0.2.1/32")
                .vethPair(
                        "eth0",
                        pair -> pair.up(false)
                                .peer("eth0", peer -> peer.netns("red").address("10.0.0.2/24")))
                .route(route ->
                        route.netns("red").to("198.51.100.0/24").via("10.0.0.1").src("192.0.2.1"))
                .route(route ->
                        route.netns("red").to("203.0.113.0/24").via("10.0.0.1").table(7))
                .route(route -> route.netns("red").type(RouteType.BLACKHOLE).to("10.9.0.0/16"))
                .build();

        try (Testbed testbed = Testbed.create(topology)) {
            assertThat(testbed.netns("red").routes())
                    .extracting(RouteEntry::dst)
                    .extracting(Object::toString)
                    .contains("198.51.100.0/24", "203.0.113.0/24", "10.9.0.0/16");
        }
    }

    @Test
    void more_steps_than_one_message_holds_keep_their_order() {
        Topology.Builder builder =
                Topology.builder().netns("red").vethPair("eth0", pair -> pair.peer("eth0", peer -> peer.netns("red")));
        for (int i = 0; i < 150; i++) {
            String net = "10.0." + i + ".";
            builder.address("red", "eth0", net + "2/24")
                    .route(route -> route.netns("red")
                            .to("172.16." + net.substring(5) + "0/24")
                            .via(net + "1"));
        }

        try (Testbed testbed = Testbed.create(builder.build())) {
            List<AddressEntry> addresses = testbed.netns("red").addresses();
            assertThat(addresses)
                    .extracting(entry -> entry.address().toString())
                    .contains("10.0.0.2/24", "10.0.149.2/24");
            assertThat(testbed.netns("red").routes())
                    .extracting(route -> route.dst().toString())
                    .contains("172.16.0.0/24", "172.16.149.0/24");
        }
    }

    @Test
    void a_refusal_behind_the_first_message_names_its_own_step() {
        Topology.Builder builder =
                Topology.builder().netns("red").vethPair("eth0", pair -> pair.peer("eth0", peer -> peer.netns("red")));
        for (int i = 0; i < 150; i++) {
            builder.address("red", "eth0", "10.0." + i + ".2/24");
        }
        Topology topology = builder.route(
                        route -> route.netns("red").to("172.16.0.0/24").via("10.0.0.1"))
                .route(route -> route.netns("red").to("172.17.0.0/24").via("192.0.2.1"))
                .route(route -> route.netns("red").to("172.18.0.0/24").via("192.0.2.1"))
                .build();

        assertThatThrownBy(() -> Testbed.create(topology))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("during: ip -n red route add 172.17.0.0/24 via 192.0.2.1  [");
    }
}
