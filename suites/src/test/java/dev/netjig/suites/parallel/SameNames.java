package dev.netjig.suites.parallel;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.DROP;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.RepeatedTest;

/** What {@link SameNamesInParallelTests} runs: always red, blue, br0 and 192.168.0.0/24, with and without FORWARD DROP. */
@Netns("red")
@Netns("blue")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth1-r", master = "br0", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
@VethPair(name = "veth1-b", master = "br0", peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
@Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
abstract class SameNames {

    static class OpenTestCase extends SameNames {

        @RepeatedTest(100)
        void red_reaches_blue(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach("192.168.0.3").withTtl(64);
        }
    }

    static class DropTestCase extends SameNames {

        @RepeatedTest(34)
        @ChainPolicy(chain = FORWARD, target = DROP, backend = NFTABLES)
        void nftables_stops_it(@Netns("red") NetworkNamespace red) {
            assertStopped(red);
        }

        @RepeatedTest(33)
        @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_NFT)
        void iptables_nft_stops_it(@Netns("red") NetworkNamespace red) {
            assertStopped(red);
        }

        @RepeatedTest(33)
        @ChainPolicy(chain = FORWARD, target = DROP, backend = IPTABLES_LEGACY)
        void iptables_legacy_stops_it(@Netns("red") NetworkNamespace red) {
            assertStopped(red);
        }

        private static void assertStopped(NetworkNamespace red) {
            assertThat(red).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
        }
    }
}
