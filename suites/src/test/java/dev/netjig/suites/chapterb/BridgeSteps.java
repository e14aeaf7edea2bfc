package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.noNeighbour;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The document's steps on the bridge, each left out once. Its address is the one that red and blue do not need: a bridge
 * without it is a switch that the node itself is not connected to.
 */
@Netns(value = "red", lo = false)
@Netns(value = "blue", lo = false)
@Scenario(
        id = "B2.1",
        title = "red needs the bridge up with both ports up in it, but not the bridge's address, to reach blue")
class BridgeSteps {

    private static final String BLUE = "192.168.0.3";

    @Nested
    @VethPair(
            name = "veth1-b",
            master = "br0",
            peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
    class RedsPort {

        @Test
        @Bridge(name = "br0", address = "192.168.0.1/24")
        @VethPair(name = "veth1-r", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
        void outside_the_bridge_nobody_answers(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(noNeighbour("red", BLUE));
        }

        @Test
        @Bridge(name = "br0", address = "192.168.0.1/24")
        @VethPair(
                name = "veth1-r",
                master = "br0",
                up = false,
                peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
        void down_leaves_red_without_carrier(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(linkDown("node", "veth1-r"));
        }
    }

    @Nested
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    class BluesPort {

        @Test
        @Bridge(name = "br0", address = "192.168.0.1/24")
        @VethPair(
                name = "veth1-b",
                master = "br0",
                up = false,
                peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
        void down_lets_nothing_through(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(linkDown("node", "veth1-b"));
        }
    }

    @Nested
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    @VethPair(
            name = "veth1-b",
            master = "br0",
            peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
    class TheBridge {

        @Test
        @Bridge(name = "br0", address = "192.168.0.1/24", up = false)
        void down_lets_nothing_through(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(linkDown("node", "br0"));
        }

        @Test
        @Bridge(name = "br0")
        void without_an_address_joins_them_all_the_same(
                @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach(BLUE).withTtl(64);
            assertThat(node).cannotReach(BLUE).because(networkUnreachable("node"));
        }
    }
}
