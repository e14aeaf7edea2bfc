package dev.netjig.suites.containers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import org.junit.jupiter.api.Test;

/** A container of an engine in the topology, on Docker's network and on networks of the topology at once. */
@DockerEngine
@Netns("site")
@Bridge(name = "br0", netns = "site", address = "192.168.0.1/24")
@Netns(value = "web", adopted = true)
@VethPair(
        name = "veth-w",
        netns = "site",
        master = "br0",
        peer = @Peer(name = "eth1", netns = "web", address = "192.168.0.2/24"))
@NeedsRoot(NeedsRoot.ENGINE)
class EngineAndTopologyTests {

    @Test
    void a_container_joins_networks_one_by_one(Engine engine, Testbed testbed, @Netns("site") NetworkNamespace site) {
        NetworkNamespace web = engine.container(engine.run("web", "sleep", "600"));

        assertThat(web).canReach("172.17.0.1").takesPath("web", "node");
        assertThat(web).canReach("192.168.0.1").takesPath("web", "site");
        assertThat(site).canReach("192.168.0.2");

        testbed.extend(more -> more.netns("db")
                .vethPair(
                        "eth0",
                        end -> end.netns("db")
                                .address("10.30.0.1/24")
                                .peer("eth2", peer -> peer.netns("web").address("10.30.0.2/24"))));

        assertThat(web).canReach("10.30.0.1").takesPath("web", "db");
    }
}
