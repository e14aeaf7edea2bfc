package dev.netjig.suites.containers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.SwarmSpec;
import dev.netjig.assertions.ReachAssert;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two engines on two machines form a swarm; their containers share a network that is carried by VXLAN. */
@Netns("left")
@Netns("right")
@VethPair(
        name = "ens2f0",
        netns = "left",
        address = "192.168.30.11/24",
        peer = @Peer(name = "ens2f0", netns = "right", address = "192.168.30.12/24"))
@DockerEngine(netns = "left")
@DockerEngine(netns = "right")
@NeedsRoot(NeedsRoot.ENGINE)
class SwarmOverlayTests {

    /** A worker that does not know the name yet takes it for the begin of an id, which has no such sign. */
    private static final String OVERLAY = "the-overlay";

    /** The engines tell each other who is where. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Counts what leaves a machine for the port of VXLAN. */
    private static final String COUNTER = """
            table ip vxlan {
                chain output {
                    type filter hook output priority filter;
                    udp dport 4789 counter
                }
            }
            """;

    @Test
    void containers_on_an_overlay_reach_each_other_through_vxlan(
            @DockerEngine(netns = "left") Engine left, @DockerEngine(netns = "right") Engine right) {
        swarm(left, right);
        left.client()
                .createNetworkCmd()
                .withName(OVERLAY)
                .withDriver("overlay")
                .withAttachable(true)
                .exec();
        NetworkNamespace one = run(left, "one");
        NetworkNamespace two = run(right, "two");
        left.netns().nft(COUNTER);

        right.overlay(OVERLAY);
        assertThat(left.overlay(OVERLAY).links())
                .extracting(LinkState::kind)
                .contains(Optional.of("vxlan"), Optional.of("bridge"));
        String there = address(right, "two");
        assertThat(one).eventuallyReaches(there, LIMIT);
        ReachAssert reach = assertThat(one).watched().canReach(there);
        reach.takesPath("one", "left-the-overlay", "right-the-overlay", "two");
        assertThat(reach.explanation()).contains("tx left-the-overlay/vxlan0 ", "rx right-the-overlay/vxlan0 ");
        assertThat(two).canReach(address(left, "one"));
        assertThat(left.netns().nft("list table ip vxlan")).containsPattern("udp dport 4789 counter packets [1-9]");
    }

    private static void swarm(Engine manager, Engine worker) {
        manager.client()
                .initializeSwarmCmd(new SwarmSpec())
                .withListenAddr("192.168.30.11:2377")
                .withAdvertiseAddr("192.168.30.11")
                .exec();
        String token = Objects.requireNonNull(
                manager.client().inspectSwarmCmd().exec().getJoinTokens().getWorker());
        worker.client()
                .joinSwarmCmd()
                .withListenAddr("192.168.30.12:2377")
                .withAdvertiseAddr("192.168.30.12")
                .withRemoteAddrs(List.of("192.168.30.11:2377"))
                .withJoinToken(token)
                .exec();
    }

    private static NetworkNamespace run(Engine engine, String name) {
        String id = engine.client()
                .createContainerCmd(engine.busybox())
                .withName(name)
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode(OVERLAY))
                .withCmd("sleep", "600")
                .exec()
                .getId();
        engine.client().startContainerCmd(id).exec();
        return engine.container(id);
    }

    private static String address(Engine engine, String container) {
        return engine.client()
                .inspectContainerCmd(container)
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .get(OVERLAY)
                .getIpAddress();
    }
}
