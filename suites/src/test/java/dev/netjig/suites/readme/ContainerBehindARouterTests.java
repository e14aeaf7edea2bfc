package dev.netjig.suites.readme;

import static dev.netjig.assertions.NetjigAssertions.assertThat;

import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import org.junit.jupiter.api.Test;

@Internet
@Netns("site")
@VethPair(
        name = "lan",
        address = "192.168.0.1/24",
        peer = @Peer(name = "up", netns = "site", address = "192.168.0.2/24"))
@Route(netns = "site", via = "192.168.0.1")
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Masquerade(source = "192.168.0.0/24", oifname = "eth0")
@DockerEngine(netns = "site")
class ContainerBehindARouterTests {

    @Test
    void the_world_sees_the_router(Engine engine) {
        NetworkNamespace web = engine.container(engine.run("web", "sleep", "600"));

        assertThat(web)
                .watched()
                .canReach("8.8.8.8")
                .takesPath("web", "site", "node", "internet")
                .isSeenAs("10.0.0.2");
    }
}
