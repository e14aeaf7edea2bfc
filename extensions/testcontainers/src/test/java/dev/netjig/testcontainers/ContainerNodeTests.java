package dev.netjig.testcontainers;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

/** A container of Testcontainers as a node among others. */
@Netns("red")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
@VethPair(name = "veth-r", master = "br0", peer = @Peer(name = "eth0", netns = "red", address = "192.168.0.3/24"))
@VethPair(name = "veth-b", address = "10.9.0.1/24", peer = @Peer(name = "eth2", netns = "web", address = "10.9.0.2/24"))
@Route(netns = "web", via = "192.168.0.1")
@Internet
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Masquerade(source = "192.168.0.0/24", oifname = "! br0")
class ContainerNodeTests {

    @ContainerNode("web")
    final GenericContainer<?> web = new GenericContainer<>("netjig/busybox:latest")
            .withCommand("sleep", "600")
            .withNetworkMode("none");

    @Test
    void is_behind_a_bridge(@Netns("web") NetworkNamespace netns, @Netns("red") NetworkNamespace red) throws Exception {
        assertThat(netns).canReach("192.168.0.3").withTtl(64).takesPath("web", "node", "red");
        assertThat(red).canReach("192.168.0.2");
        assertThat(web.execInContainer("ping", "-c", "1", "192.168.0.3").getExitCode())
                .isZero();
    }

    @Test
    void is_behind_a_masquerading_router(@Netns("web") NetworkNamespace netns) {
        assertThat(netns)
                .watched()
                .canReach("8.8.8.8")
                .takesPath("web", "node", "internet")
                .isSeenAs("10.0.0.2");
    }

    @Test
    @ChainPolicy(chain = FORWARD, target = DROP)
    void is_behind_a_fault(@Netns("web") NetworkNamespace netns, @Netns("red") NetworkNamespace red) {
        assertThat(netns).cannotReach("8.8.8.8").because(droppedBy("node", FORWARD_POLICY));
        assertThat(red).cannotReach("192.168.0.2").because(droppedBy("node", FORWARD_POLICY));
    }

    @Test
    void is_on_two_networks_at_once(@Netns("web") NetworkNamespace netns) {
        assertThat(netns).canReach("192.168.0.1");
        assertThat(netns).canReach("10.9.0.1");
        assertThat(netns.links()).extracting(LinkState::name).contains("eth1", "eth2");
    }
}
