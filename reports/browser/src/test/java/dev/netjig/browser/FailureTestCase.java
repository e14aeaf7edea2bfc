package dev.netjig.browser;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Started by {@link FixtureSite}: a test that fails for a lost packet, one that expects the loss, one that is skipped. */
@Netns("red")
@Netns("blue")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth1-r", master = "br0", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
@VethPair(name = "veth1-b", master = "br0", peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
class FailureTestCase {

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP)
    void red_reaches_blue(@Netns("red") NetworkNamespace red) {
        assertThat(red).canReach("192.168.0.3");
    }

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP)
    void forward_drop_stops_red(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    @Disabled("on a rainy day only")
    void is_skipped() {}
}
