package dev.netjig.suites.containers;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.ACCEPT;
import static dev.netjig.topology.Policy.DROP;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.ContainerNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testcontainers.containers.GenericContainer;

/** One container, in one faulty network after the other: every "no" has its cause. */
@Internet
@Netns("red")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
@VethPair(name = "veth-r", master = "br0", peer = @Peer(name = "eth0", netns = "red", address = "192.168.0.3/24"))
@Route(netns = "web", via = "192.168.0.1")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Execution(ExecutionMode.SAME_THREAD)
@NeedsRoot(NeedsRoot.ENGINE)
class ContainerBehindAFaultTests {

    @ContainerNode("web")
    static final GenericContainer<?> WEB = Images.running("sleep", "600");

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP)
    void forward_drop_stops_it_at_the_bridge(@Netns("web") NetworkNamespace web, @Netns("red") NetworkNamespace red) {
        assertThat(web).cannotReach("192.168.0.3").because(droppedBy("node", FORWARD_POLICY));
        assertThat(red).cannotReach("192.168.0.2").because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    @ChainPolicy(chain = FORWARD, target = ACCEPT)
    void without_masquerade_its_answer_has_no_way_back(@Netns("web") NetworkNamespace web) {
        assertThat(web).cannotReach("8.8.8.8").because(noWayBack("internet"));
    }

    @Test
    void its_own_device_may_be_down(@Netns("web") NetworkNamespace web, @Netns("red") NetworkNamespace red) {
        web.linkDown("eth1");

        assertThat(red).cannotReach("192.168.0.2").because(linkDown("web", "eth1"));
    }
}
