package dev.netjig.suites.chaptera;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.notForwarding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The steps that make red and its veth and bring them up, each left out once; the node pings all the same. By annotations
 * and by hand: both roads end at the same cause, and by hand one sees which of the later commands fail too.
 */
@Internet
class OneDeviceStepLeftOut {

    private static final String RED = "192.168.0.1";

    @Nested
    @Scenario(id = "A3.1", title = "without the namespace the veth stays at the node and has no carrier")
    class NetnsAdd {

        @Test
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", up = false))
        @Route(to = RED, dev = "veth1-r")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).cannotReach(RED).because(linkDown("node", "veth2-r"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            String missing = "255 Cannot open network namespace \"red\": No such file or directory";

            assertThat(NineSteps.typeAllBut(1, node))
                    .containsExactly(
                            "3: 255 Error: argument \"red\" is wrong: Invalid \"netns\" value",
                            "4: " + missing,
                            "5: " + missing,
                            "7: " + missing,
                            "9: " + missing);
            assertThat(node).cannotReach(RED).because(linkDown("node", "veth2-r"));
        }
    }

    @Nested
    @Scenario(id = "A3.2", title = "without the veth pair the packet leaves by the uplink")
    class LinkAdd {

        @Test
        @Netns("red")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).routeTo(RED).via("10.0.0.1").dev("eth0");
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(2, node))
                    .containsExactly(
                            "3: 1 Cannot find device \"veth2-r\"",
                            "4: 1 Cannot find device \"veth2-r\"",
                            "5: 1 Cannot find device \"veth2-r\"",
                            "6: 1 Cannot find device \"veth1-r\"",
                            "8: 1 Cannot find device \"veth1-r\"",
                            "9: 1 Cannot find device \"veth2-r\"");
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }

        @Test
        void by_hand_without_a_default_route_at_the_node_nothing_is_sent(@Netns("node") NetworkNamespace node) {
            NineSteps.typeAllBut(2, node);
            node.shell("ip route del default").orThrow();

            assertThat(node).cannotReach(RED).because(networkUnreachable("node"));
        }
    }

    @Nested
    @Scenario(id = "A3.3", title = "without the move red is empty, and veth1-r has no carrier")
    class LinkSetNetns {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", up = false))
        @Route(to = RED, dev = "veth1-r")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).cannotReach(RED).because(linkDown("node", "veth2-r"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(3, node))
                    .containsExactly(
                            "4: 1 Cannot find device \"veth2-r\"",
                            "5: 1 Cannot find device \"veth2-r\"",
                            "9: 1 Cannot find device \"veth2-r\"");
            assertThat(node).cannotReach(RED).because(linkDown("node", "veth2-r"));
        }
    }

    @Nested
    @Scenario(id = "A3.5", title = "without red's end up there is no carrier")
    class RedUp {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED, up = false))
        @Route(to = RED, dev = "veth1-r")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).link("veth1-r").hasNoCarrier();
            assertThat(node).cannotReach(RED).because(linkDown("red", "veth2-r"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(5, node)).containsExactly("9: 2 RTNETLINK answers: Network is down");
            node.named("red");
            assertThat(node).cannotReach(RED).because(linkDown("red", "veth2-r"));
        }

        @Test
        void the_kernel_refuses_the_annotations_route_too() {
            Topology.Builder declared = Topology.builder()
                    .netns("red")
                    .vethPair(
                            "veth1-r",
                            v -> v.peer(
                                    "veth2-r", p -> p.netns("red").address(RED).up(false)))
                    .route(r -> r.netns("red").to("default").via(RED).dev("veth2-r"));

            assertThatThrownBy(() -> Testbed.create(declared.build())).hasMessageContaining("Network is down");
        }
    }

    @Nested
    @Scenario(id = "A3.6", title = "without the node's end up its route is refused and the packet leaves by the uplink")
    class NodeUp {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", up = false, peer = @Peer(name = "veth2-r", netns = "red", address = RED))
        @Route(netns = "red", via = RED, dev = "veth2-r")
        void declared(@Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            assertThat(red).link("veth2-r").hasNoCarrier();
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(6, node)).containsExactly("8: 2 Error: Device for nexthop is not up.");
            assertThat(node.shell("ip netns exec red ip route").stdout())
                    .isEqualTo("default via 192.168.0.1 dev veth2-r linkdown \n");
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }

        @Test
        void the_kernel_refuses_the_annotations_route_too() {
            Topology.Builder declared = Topology.builder()
                    .netns("red")
                    .vethPair(
                            "veth1-r",
                            v -> v.up(false).peer("veth2-r", p -> p.netns("red").address(RED)))
                    .route(r -> r.to(RED).dev("veth1-r"));

            assertThatThrownBy(() -> Testbed.create(declared.build()))
                    .hasMessageContaining("Device for nexthop is not up");
        }
    }

    /** The document brings lo up as if it were needed; only red's pings to itself need it. */
    @Nested
    @Scenario(id = "A3.7", title = "without lo the node reaches red all the same, but red does not reach itself")
    class LoUp {

        @Test
        @Netns(value = "red", lo = false)
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED))
        @Route(to = RED, dev = "veth1-r")
        @Route(netns = "red", via = RED, dev = "veth2-r")
        void declared(@Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            assertThat(node).canReach(RED).withTtl(64);
            assertThat(red).cannotReach(RED).because(linkDown("red", "lo"));
            // lo that is down has no addresses: 127.0.0.1 is a stranger like any other, looked for on the veth.
            assertThat(red).cannotReach("127.0.0.1").because(noNeighbour("red", "127.0.0.1"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(7, node)).isEmpty();
            NetworkNamespace red = node.named("red");
            Settled.await(List.of(node, red));

            assertThat(node).canReach(RED).withTtl(64);
            assertThat(red).cannotReach(RED).because(linkDown("red", "lo"));
        }

        @Test
        @SingleNamespace
        void with_lo_red_reaches_itself(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(RED).withTtl(64);
            assertThat(red).canReach("127.0.0.1").withTtl(64);
        }
    }
}
