package dev.netjig.testbed;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.topology.Chain;
import dev.netjig.topology.InvalidTopologyException;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A namespace that somebody else made becomes a member of the topology, and is left as it was. */
@NeedsNamespaces
@Timeout(60)
class AdoptedNetnsTests {

    /** Somebody else, who has a namespace that is called web there and sees a router by its eth0. */
    @AutoClose
    private final Testbed others = Testbed.create(Topology.builder()
            .netns("web")
            .vethPair(
                    "uplink",
                    up -> up.address("172.17.0.1/16")
                            .peer("eth0", eth0 -> eth0.netns("web").address("172.17.0.2/16")))
            .build());

    private final NetworkNamespace theirs = others.netns("web");

    private static Topology.Builder topology() {
        return Topology.builder()
                .netns("web", web -> web.adopted(true))
                .netns("red")
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .vethPair(
                        "veth-r",
                        end -> end.master("br0")
                                .peer("eth0", peer -> peer.netns("red").address("192.168.0.3/24")))
                .vethPair(
                        "veth-w",
                        end -> end.master("br0")
                                .peer("eth1", peer -> peer.netns("web").address("192.168.0.2/24")))
                .vethPair(
                        "veth-x",
                        end -> end.address("10.0.0.1/24", "fd00::1/64")
                                .peer("eth2", peer -> peer.netns("web").address("10.0.0.2/24", "fd00::2/64")))
                .sysctl("node", "net.ipv4.conf.veth-x.forwarding", "1")
                .sysctl("web", "net.ipv4.ip_forward", "1")
                .sysctl("web", "net.ipv4.conf.eth1.forwarding", "1")
                .address("web", "eth0", "172.17.0.3/16")
                .route(route -> route.netns("node")
                        .to("198.51.100.0/24")
                        .via("10.0.0.2")
                        .dev("veth-x"))
                .route(route -> route.netns("node").to("203.0.113.0/24").via("10.0.0.2"))
                .route(route -> route.netns("web").to("default").via("192.168.0.1"))
                .route(route -> route.netns("web")
                        .to("198.51.100.0/24")
                        .via("172.17.0.1")
                        .dev("eth0"));
    }

    private static Path fileOf(NetworkNamespace netns) {
        return Path.of(netns.mounted().netPath());
    }

    private List<Object> state() {
        return List.of(
                theirs.links().stream().map(LinkState::name).toList(),
                theirs.addresses(),
                theirs.routes(),
                theirs.sysctl("net.ipv4.ip_forward"));
    }

    @Test
    void what_needs_it_waits_for_it() {
        try (Testbed testbed = Testbed.create(topology().build())) {
            assertThat(testbed.namespaces()).extracting(NetworkNamespace::name).containsExactly("node", "red");
            assertThat(testbed.node().links())
                    .extracting(LinkState::name)
                    .contains("veth-r")
                    .doesNotContain("veth-w", "veth-x");
            assertThatThrownBy(() -> testbed.netns("web"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("netns web is adopted, and nobody has given it to the testbed yet");

            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            assertThat(web.inode()).isEqualTo(theirs.inode());
            assertThat(testbed.namespaces()).extracting(NetworkNamespace::name).containsExactly("node", "red", "web");
            assertThat(web).hasRoute("default").via("192.168.0.1").dev("eth1");
            assertThat(testbed.node())
                    .hasRoute("203.0.113.0/24")
                    .via("10.0.0.2")
                    .dev("veth-x");
            assertThat(testbed.node().sysctl("net.ipv4.conf.veth-x.forwarding")).isEqualTo("1");
            assertThat(web.sysctl("net.ipv4.ip_forward")).isEqualTo("1");
        }
    }

    @Test
    void it_is_on_all_its_networks_at_once() {
        try (Testbed testbed = Testbed.create(topology().build())) {
            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            assertThat(web).canReach("192.168.0.3").withTtl(64).takesPath("web", "node", "red");
            assertThat(web).canReach("10.0.0.1");
            assertThat(web).canReach("fd00::1");
            assertThat(web).canReach("172.17.0.1");
            assertThat(testbed.netns("red")).canReach("192.168.0.2");
        }
    }

    @Test
    void a_fault_in_its_way_is_explained() {
        Topology faulty = topology()
                .chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP))
                .build();
        try (Testbed testbed = Testbed.create(faulty)) {
            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            assertThat(web).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
        }
    }

    @Test
    void it_is_left_as_it_was_and_may_come_again() {
        List<Object> before = state();
        for (int round = 0; round < 2; round++) {
            try (Testbed testbed = Testbed.create(topology().build())) {
                testbed.adopt("web", fileOf(theirs));
                assertThat(state()).isNotEqualTo(before);
            }
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void its_maker_may_let_go_of_it_first() {
        try (Testbed testbed = Testbed.create(topology().build())) {
            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            others.close();

            assertThat(web).canReach("192.168.0.3");
        }
    }

    @Test
    void a_device_of_its_own_survives_a_topology_that_wants_the_name() {
        Topology clash = Topology.builder()
                .netns("web", web -> web.adopted(true))
                .vethPair("veth-w", end -> end.peer("eth0", peer -> peer.netns("web")))
                .build();
        List<Object> before = state();
        try (Testbed testbed = Testbed.create(clash)) {
            assertThatThrownBy(() -> testbed.adopt("web", fileOf(theirs)))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("EEXIST")
                    .hasMessageContaining("vethPair(\"veth-w\")");
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void a_live_topology_is_extended() {
        Topology small = Topology.builder()
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .build();
        try (Testbed testbed = Testbed.create(small)) {
            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            testbed.extend(more -> more.vethPair(
                            "veth-w",
                            end -> end.master("br0")
                                    .peer("eth1", peer -> peer.netns("web").address("192.168.0.2/24")))
                    .netns("red")
                    .vethPair(
                            "veth-r",
                            end -> end.master("br0")
                                    .peer("eth0", peer -> peer.netns("red").address("192.168.0.3/24"))));

            assertThat(web).canReach("192.168.0.3");
            assertThat(testbed.topology().namespaces()).containsExactly("node", "web", "red");
            assertThatThrownBy(() ->
                            testbed.extend(more -> more.vethPair("veth-w", end -> end.peer("eth9", peer -> {}))))
                    .isInstanceOf(InvalidTopologyException.class)
                    .hasMessageContaining("is declared twice in namespace node");
        }
        assertThat(theirs.links()).extracting(LinkState::name).doesNotContain("eth1");
    }

    @Test
    void rules_are_not_added_to_rules() {
        Topology filtered = Topology.builder()
                .chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP))
                .build();
        try (Testbed testbed = Testbed.create(filtered)) {
            assertThatThrownBy(() -> testbed.extend(more ->
                            more.chainPolicy(policy -> policy.chain(Chain.INPUT).policy(Policy.DROP))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the rules of netns node are loaded");
            assertThat(testbed.topology()).isEqualTo(filtered);
        }
    }

    @Test
    void one_network_has_one_name_and_one_name_one_network() {
        Topology two = Topology.builder()
                .netns("web", web -> web.adopted(true))
                .netns("app", app -> app.adopted(true))
                .build();
        try (Testbed testbed = Testbed.create(two)) {
            NetworkNamespace web = testbed.adopt("web", fileOf(theirs));

            assertThat(testbed.adopt("web", fileOf(theirs))).isSameAs(web);
            assertThatThrownBy(() -> testbed.adopt("app", fileOf(theirs)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("what is to be netns app is netns web already: two names for one network");
            assertThatThrownBy(() -> testbed.adopt("web", fileOf(others.node())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is another network than the one that was adopted as web before");
        }
    }

    @Test
    void the_machines_own_network_is_left_alone() {
        try (Testbed testbed = Testbed.create(topology().build())) {
            assertThatThrownBy(() -> testbed.adopt("web", Path.of("/proc/self/ns/net")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "what is to be netns web is the network of the machine itself, which netjig leaves alone");
        }
    }
}
