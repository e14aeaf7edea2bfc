package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What may be declared for a namespace that somebody else makes, and what of a topology waits for it. */
class AdoptedNetnsSpecTests {

    private static Topology.Builder adopted() {
        return Topology.builder().netns("web", web -> web.adopted(true));
    }

    private static Topology.Builder withLink() {
        return adopted()
                .vethPair(
                        "veth-w",
                        end -> end.address("10.0.0.1/24")
                                .peer("eth1", peer -> peer.netns("web").address("10.0.0.2/24")))
                .route(route -> route.netns("web").to("default").via("10.0.0.1"));
    }

    @Test
    void it_has_devices_that_nobody_declares() {
        assertThat(Problems.of(adopted()
                        .address("web", "eth0", "172.17.0.9/16")
                        .sysctl("web", "net.ipv4.conf.eth0.rp_filter", "0")
                        .route(route -> route.netns("web").to("10.0.0.0/8").dev("eth0"))
                        .vethPair(
                                "veth-w",
                                end -> end.peer(
                                        "eth1", peer -> peer.netns("web").master("br7")))))
                .isEmpty();
    }

    @Test
    void its_packet_filters_and_its_loopback_device_are_its_makers() {
        assertThat(Problems.of(adopted().masquerade(nat -> nat.netns("web").source("10.0.0.0/8"))))
                .singleElement()
                .asString()
                .contains("element netns: \"web\" is adopted; another namespace");
        assertThat(Problems.of(
                        Topology.builder().netns("web", web -> web.adopted(true).lo(false))))
                .singleElement()
                .asString()
                .contains("element lo: \"false\" stands beside adopted");
    }

    @Test
    void node_is_netjigs() {
        assertThat(Problems.of(Topology.builder().netns("node", node -> node.adopted(true))))
                .singleElement()
                .asString()
                .contains("is impossible for node");
    }

    @Test
    void its_plan_begins_with_it_and_leaves_its_settings() {
        assertThat(withLink().build().plan()).hasToString("""
                        adopt netns web
                        create netns node
                        write sysctl node net.ipv4.ip_forward=0
                        write sysctl node net.ipv4.conf.all.rp_filter=0
                        write sysctl node net.ipv4.conf.default.rp_filter=0
                        set node/lo up
                        add veth node/veth-w <-> web/eth1
                        add address node/veth-w 10.0.0.1/24
                        add address web/eth1 10.0.0.2/24
                        set web/eth1 up
                        await node/veth-w up
                        await web/eth1 up
                        add route web default via 10.0.0.1""");
    }

    @Test
    void without_it_nothing_is_left_of_its_links() {
        Topology topology = withLink()
                .address("node", "veth-w", "10.0.1.1/24")
                .sysctl("node", "net.ipv4.conf.veth-w.rp_filter", "0")
                .route(route -> route.to("198.51.100.0/24").via("10.0.1.2"))
                .route(route -> route.to("203.0.113.0/24").dev("veth-w"))
                .build();

        assertThat(topology.without(Set.of("web"))).isEqualTo(Topology.builder().build());
        assertThat(topology.without(Set.of())).isSameAs(topology);
    }

    @Test
    void what_other_links_lead_to_need_not_wait() {
        Topology topology = withLink()
                .netns("red")
                .vethPair("veth-r", end -> end.address("10.0.0.101/24").peer("eth0", peer -> peer.netns("red")))
                .route(route -> route.to("198.51.100.0/24").via("10.0.0.102"))
                .build();

        assertThat(topology.without(Set.of("web")).all(RouteSpec.class)).hasSize(1);
    }

    @Test
    void a_plan_goes_on_after_an_earlier_one() {
        Topology topology = withLink().build();
        Plan early = topology.without(Set.of("web")).plan();

        assertThat(topology.plan().after(early).steps())
                .doesNotContainAnyElementsOf(early.steps())
                .hasSize(topology.plan().steps().size() - early.steps().size());
    }

    @Test
    void the_script_asks_for_a_process() {
        assertThat(withLink().build().toShellScript())
                .contains(
                        "\nip netns attach web \"${PID_web:?must be the id of a process whose network is to be web}\"\n");
    }
}
