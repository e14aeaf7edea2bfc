package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.ACCEPT;
import static dev.netjig.topology.Policy.DROP;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same two namespaces without the bridge, each in a network of its own. Here the document's conclusion holds:
 * ip_forward and FORWARD ACCEPT are both needed, whatever bridge-nf says, and the node takes one off the ttl.
 */
@Scenario(id = "B8.3", title = "routed instead of bridged, red needs ip_forward and FORWARD ACCEPT; ttl 63")
class RoutedInstead {

    @Nested
    @Firewall(NFTABLES)
    class ByNftables extends RoutedTestCase {}

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends RoutedTestCase {}

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends RoutedTestCase {}

    @Netns("red")
    @Netns("blue")
    @VethPair(
            name = "veth1-r",
            address = "192.168.1.1/24",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.1.2/24"))
    @VethPair(
            name = "veth1-b",
            address = "192.168.2.1/24",
            peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.2.2/24"))
    @Route(netns = "red", via = "192.168.1.1")
    @Route(netns = "blue", via = "192.168.2.1")
    abstract static class RoutedTestCase {

        private static final String BLUE = "192.168.2.2";
        private static final String BRIDGE_NF = "net.bridge.bridge-nf-call-iptables";

        @ParameterizedTest(name = "bridge-nf-call-iptables {0}")
        @ValueSource(strings = {"0", "1"})
        @Sysctl(key = BRIDGE_NF, value = "1")
        @ChainPolicy(chain = FORWARD, target = ACCEPT)
        @Sysctl(key = "net.ipv4.ip_forward", value = "1")
        void with_both_red_reaches_blue(
                String bridgeNf, @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            node.sysctl(BRIDGE_NF, bridgeNf);

            assertThat(red).canReach(BLUE).withTtl(63);
        }

        @ParameterizedTest(name = "bridge-nf-call-iptables {0}")
        @ValueSource(strings = {"0", "1"})
        @Sysctl(key = BRIDGE_NF, value = "1")
        @ChainPolicy(chain = FORWARD, target = DROP)
        @Sysctl(key = "net.ipv4.ip_forward", value = "1")
        void forward_drop_loses_it(
                String bridgeNf, @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            node.sysctl(BRIDGE_NF, bridgeNf);

            assertThat(red).cannotReach(BLUE).because(droppedBy("node", FORWARD_POLICY));
        }

        @Test
        @ChainPolicy(chain = FORWARD, target = ACCEPT)
        @Sysctl(key = "net.ipv4.ip_forward", value = "0")
        void without_ip_forward_it_is_lost(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(notForwarding("node"));
        }

        /** Routing comes before FORWARD: a packet that is not forwarded never meets the policy. */
        @Test
        @ChainPolicy(chain = FORWARD, target = DROP)
        @Sysctl(key = "net.ipv4.ip_forward", value = "0")
        void without_either_it_is_ip_forward_that_loses_it(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(notForwarding("node"));
        }
    }
}
