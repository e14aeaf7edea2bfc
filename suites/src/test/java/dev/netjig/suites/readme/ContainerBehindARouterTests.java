package dev.netjig.suites.readme;

import static dev.netjig.assertions.NetjigAssertions.assertThat;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.ContainerNode;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

@NeedsRoot(NeedsRoot.ENGINE)
@Internet
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth-w", master = "br0", peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
@Route(netns = "web", via = "192.168.0.1")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Masquerade(source = "192.168.0.0/24", oifname = "! br0")
class ContainerBehindARouterTests {

    @ContainerNode("web")
    static final GenericContainer<?> WEB =
            new GenericContainer<>("netjig/busybox").withCommand("sleep 600").withNetworkMode("none");

    @Test
    void the_world_sees_the_router(@Netns("web") NetworkNamespace web) {
        assertThat(web).canReach("8.8.8.8").takesPath("web", "node", "internet");
        assertThat(web).canReach("8.8.8.8").isSeenAs("10.0.0.2");
    }
}
