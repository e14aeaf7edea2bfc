package dev.netjig.suites.chaptera;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.KernelState;
import dev.netjig.suites.support.Recipe;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All nine steps: the node reaches red. It does so with the address of its uplink, 10.0.0.2, for neither it nor red has
 * any other of 192.168.0.0/24; red answers because its default route covers that address too.
 */
@Scenario(id = "A1", title = "after all nine steps the node reaches red, ttl 64")
class EveryStepTaken {

    @Test
    @SingleNamespace
    @Internet
    void the_node_reaches_red(@Netns("node") NetworkNamespace node) {
        assertThat(node).canReach("192.168.0.1").withTtl(64);
    }

    @Test
    @SingleNamespace
    @Internet
    void red_sees_the_address_of_the_nodes_uplink(
            @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
        assertThat(red).whenPingedBy(node, "192.168.0.1").seesSource("10.0.0.2").withTtl(64);
    }

    @Test
    @SingleNamespace
    @Internet
    void reds_gateway_is_itself_so_everybody_is_its_neighbour(@Netns("red") NetworkNamespace red) {
        assertThat(red).hasRoute("default").via("192.168.0.1").dev("veth2-r");
        assertThat(red).routeTo("10.0.0.2").onLink().dev("veth2-r").src("192.168.0.1");
    }

    @Test
    @Internet
    void the_documents_commands_make_it_work(@Netns("node") NetworkNamespace node) {
        Recipe.Outcomes typed = NineSteps.ALL.then("ping -c 1 192.168.0.1").runIn(node);

        assertThat(typed.failures()).isEmpty();
        assertThat(typed.output(10)).contains("64 bytes from 192.168.0.1: icmp_seq=1 ttl=64 ");
    }

    @Test
    @SingleNamespace
    void the_documents_commands_make_what_the_annotations_declare(Testbed declared) {
        try (Testbed byHand = Testbed.create(Topology.builder().build())) {
            assertThat(NineSteps.ALL.runIn(byHand.node()).failures()).isEmpty();
            List<NetworkNamespace> namespaces =
                    List.of(byHand.node(), byHand.node().named("red"));
            Settled.await(namespaces);

            assertThat(KernelState.of(namespaces)).isEqualTo(KernelState.of(declared.namespaces()));
        }
    }
}
