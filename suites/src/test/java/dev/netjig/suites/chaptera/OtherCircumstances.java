package dev.netjig.suites.chaptera;

import static dev.netjig.assertions.FilterPoint.INPUT_POLICY;
import static dev.netjig.assertions.FilterPoint.OUTPUT_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.martianSource;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.reversePathFilter;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.OUTPUT;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.jupiter.Address;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.kernel.Errno;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The document's network on nodes that are not like the author's. */
class OtherCircumstances {

    private static final String RED = "192.168.0.1";

    /** The document's machine has an uplink; without one it has no address to ask with. */
    @Nested
    @SingleNamespace
    @Scenario(id = "A4.1", title = "a node without any address of its own asks as 0.0.0.0 and gets no answer")
    class NoOtherAddress {

        @Test
        void the_source_is_no_address(@Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            assertThat(red).whenPingedBy(node, RED).seesSource("0.0.0.0");
        }

        @Test
        void red_does_not_believe_it(@Netns("node") NetworkNamespace node) {
            assertThat(node).cannotReach(RED).because(martianSource("red"));
        }

        @Test
        @Address(dev = "veth1-r", value = "172.31.0.1/32")
        void any_address_repairs_it(@Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            assertThat(red).whenPingedBy(node, RED).seesSource("172.31.0.1");
            assertThat(node).canReach(RED).withTtl(64);
        }
    }

    @Nested
    @SingleNamespace
    @Internet
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    @Masquerade(source = "192.168.0.0/24")
    @Scenario(id = "A4.2", title = "red reaches 8.8.8.8 only if the node answers ARP for it (proxy_arp)")
    class ProxyArp {

        @Test
        void nobody_on_the_veth_has_8888(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach("8.8.8.8").because(noNeighbour("red", "8.8.8.8"));
        }

        @Test
        @Sysctl(key = "net.ipv4.conf.veth1-r.proxy_arp", value = "1")
        void with_proxy_arp_it_answers(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach("8.8.8.8").withTtl(103);
            assertThat(node).canReach("8.8.8.8").withTtl(104);
        }
    }

    @Nested
    @SingleNamespace
    @Internet
    @Scenario(id = "A4.3", title = "only the chains on the way count: red's INPUT, the node's OUTPUT, not FORWARD")
    class Chains {

        @Test
        @ChainPolicy(netns = "red", chain = INPUT, target = DROP)
        void reds_input_drops_the_request(@Netns("node") NetworkNamespace node) {
            assertThat(node).cannotReach(RED).because(droppedBy("red", INPUT_POLICY));
        }

        @Test
        @ChainPolicy(chain = OUTPUT, target = DROP)
        void the_nodes_output_refuses_to_send(@Netns("node") NetworkNamespace node) {
            assertThat(Ping.of(node, RED).send()).isRefusedWith(Errno.EPERM);
            assertThat(node).cannotReach(RED).because(droppedBy("node", OUTPUT_POLICY));
        }

        @Test
        @ChainPolicy(chain = FORWARD, target = DROP)
        @Sysctl(key = "net.ipv4.ip_forward", value = "0")
        void nothing_is_forwarded_so_forward_and_ip_forward_do_not_matter(@Netns("node") NetworkNamespace node) {
            assertThat(node).canReach(RED).withTtl(64);
        }
    }

    @Nested
    @Internet
    @Netns("red")
    @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = RED))
    @Route(to = RED, dev = "veth1-r")
    @Sysctl(netns = "red", key = "net.ipv4.conf.all.rp_filter", value = "1")
    @Scenario(id = "A4.4", title = "red's rp_filter is content with the default route; without it red ignores even ARP")
    class ReversePathFilter {

        @Test
        @Route(netns = "red", via = RED, dev = "veth2-r")
        void with_the_default_route_red_answers(@Netns("node") NetworkNamespace node) {
            assertThat(node).canReach(RED).withTtl(64);
        }

        @Test
        void without_it_red_does_not_even_answer_arp(@Netns("node") NetworkNamespace node) {
            Explanation explanation = assertThat(node).cannotReach(RED).because(reversePathFilter("red"));

            assertThat(explanation.path()).isEmpty();
        }
    }
}
