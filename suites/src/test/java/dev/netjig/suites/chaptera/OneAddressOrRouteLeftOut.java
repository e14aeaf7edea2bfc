package dev.netjig.suites.chaptera;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.diagnosis.Evidence;
import dev.netjig.diagnosis.Explanation;
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
 * Red's address and the two routes, each left out once; the node pings all the same. By annotations and by hand: both
 * roads end at the same cause, and by hand one sees which of the later commands fail too.
 */
@Internet
class OneAddressOrRouteLeftOut {

    private static final String RED = "192.168.0.1";

    @Nested
    @Scenario(id = "A3.4", title = "without the address nobody in red answers for it")
    class AddressAdd {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red"))
        @Route(to = RED, dev = "veth1-r")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).cannotReach(RED).because(noNeighbour("node", RED));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(4, node)).containsExactly("9: 2 Error: Nexthop has invalid gateway.");
            node.named("red");
            assertThat(node).cannotReach(RED).because(noNeighbour("node", RED));
        }

        @Test
        void the_kernel_refuses_the_annotations_route_too() {
            Topology.Builder declared = Topology.builder()
                    .netns("red")
                    .vethPair("veth1-r", v -> v.peer("veth2-r", p -> p.netns("red")))
                    .route(r -> r.netns("red").to("default").via(RED).dev("veth2-r"));

            assertThatThrownBy(() -> Testbed.create(declared.build()))
                    .hasMessageContaining("Nexthop has invalid gateway");
        }
    }

    @Nested
    @Scenario(id = "A3.8", title = "without the node's route the packet leaves by the uplink")
    class NodeRoute {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED))
        @Route(netns = "red", via = RED, dev = "veth2-r")
        void declared(@Netns("node") NetworkNamespace node) {
            assertThat(node).routeTo(RED).via("10.0.0.1").dev("eth0");
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(8, node)).isEmpty();
            assertThat(node).cannotReach(RED).because(notForwarding("internet"));
        }
    }

    /** The one that says nothing: red hears the node, counts the echo, and has no route by which to answer. */
    @Nested
    @Scenario(id = "A3.9", title = "without red's default route the echo arrives and has no way back")
    class RedRoute {

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED))
        @Route(to = RED, dev = "veth1-r")
        void declared(@Netns("node") NetworkNamespace node) {
            Explanation explanation = assertThat(node).cannotReach(RED).because(noWayBack("red"));

            assertThat(explanation.evidence()).contains(new Evidence("snmp", "red IcmpInEchos +1, IcmpOutEchoReps +0"));
        }

        @Test
        void by_hand(@Netns("node") NetworkNamespace node) {
            assertThat(NineSteps.typeAllBut(9, node)).isEmpty();
            Settled.await(List.of(node, node.named("red")));

            assertThat(node).cannotReach(RED).because(noWayBack("red"));
        }

        @Test
        @Netns("red")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED))
        @Route(to = RED, dev = "veth1-r")
        @Route(netns = "red", to = "10.0.0.2", dev = "veth2-r")
        void a_route_to_the_node_alone_repairs_it(@Netns("node") NetworkNamespace node) {
            assertThat(node).canReach(RED).withTtl(64);
        }
    }
}
