package dev.netjig.testcontainers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import dev.netjig.kernel.KernelException;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/** Containers of an engine that another testbed has, as a user's engine is elsewhere, and which end at any time. */
@DockerEngine
class ContainersTests {

    private static Topology.Builder topology() {
        return Topology.builder()
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .netns("web", web -> web.adopted(true))
                .vethPair(
                        "veth-w",
                        end -> end.master("br0")
                                .peer("eth1", peer -> peer.netns("web").address("192.168.0.2/24")));
    }

    private static NetworkNamespace join(Testbed testbed, Engine engine, String id) {
        return Containers.join(testbed, "web", engine.client(), id);
    }

    @Test
    void a_container_keeps_the_engines_network_beside_the_topologys(Engine engine) {
        String id = engine.run("beside", "sleep", "600");
        try (Testbed testbed = Testbed.create(topology().build())) {
            NetworkNamespace web = join(testbed, engine, id);

            assertThat(web.inode()).isEqualTo(engine.container(id).inode());
            assertThat(web).canReach("192.168.0.1");
            assertThat(web).canReach("172.17.0.1");
            assertThat(web).hasRoute("default").via("172.17.0.1").dev("eth0");
        }
    }

    @Test
    void a_container_that_lives_on_is_left_as_it_was(Engine engine) {
        String id = engine.run("survivor", "sleep", "600");
        NetworkNamespace theirs = engine.container(id);
        for (int round = 0; round < 2; round++) {
            try (Testbed testbed = Testbed.create(topology().build())) {
                join(testbed, engine, id);
                assertThat(theirs.links()).extracting(LinkState::name).contains("eth1");
            }
            assertThat(theirs.links())
                    .extracting(LinkState::name)
                    .contains("eth0")
                    .doesNotContain("eth1");
            assertThat(theirs.routes()).noneMatch(route -> route.toString().contains("192.168.0"));
        }
        assertThat(theirs).canReach("172.17.0.1");
    }

    @Test
    void a_container_may_end_before_the_testbed(Engine engine) {
        String id = engine.run("short-lived", "sleep", "600");
        try (Testbed testbed = Testbed.create(topology().build())) {
            NetworkNamespace web = join(testbed, engine, id);

            engine.client().removeContainerCmd(id).withForce(true).exec();

            assertThat(web).canReach("192.168.0.1");
        }
    }

    @Test
    void an_engine_may_end_before_the_testbed(Engine other) {
        try (Testbed testbed = Testbed.create(topology().build());
                Testbed elsewhere = Testbed.create(Topology.builder().build())) {
            NetworkNamespace web;
            try (Engine engine = Engine.in(elsewhere.node())) {
                engine.start();
                web = join(testbed, engine, engine.run("web", "sleep", "600"));
            }
            assertThat(web).canReach("192.168.0.1");
        }
    }

    @Test
    void what_it_has_already_is_refused_with_the_declaration(Engine engine) {
        String id = engine.run("has-a-route", "sleep", "600");
        Topology second = topology()
                .route(route -> route.netns("web").to("default").via("192.168.0.1"))
                .build();
        try (Testbed testbed = Testbed.create(second)) {
            assertThatThrownBy(() -> join(testbed, engine, id))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("EEXIST")
                    .hasMessageContaining("route(\"default\")");
        }
        assertThat(engine.container(id)).hasRoute("default").via("172.17.0.1").dev("eth0");
    }

    @Test
    void a_container_with_the_network_of_its_engine_is_where_the_engine_is(Engine engine) {
        DockerClient client = engine.client();
        String id = client.createContainerCmd(engine.busybox())
                .withCmd("sleep", "600")
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("host"))
                .exec()
                .getId();
        client.startContainerCmd(id).exec();

        assertThat(Containers.join(engine.netns().testbed(), "hosted", client, id))
                .isSameAs(engine.netns());
    }

    @Test
    void a_container_that_has_ended_cannot_join(Engine engine) {
        String id = engine.run("ended", "true");
        engine.client().waitContainerCmd(id).start().awaitStatusCode();
        try (Testbed testbed = Testbed.create(topology().build())) {
            assertThatThrownBy(() -> join(testbed, engine, id))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("container " + id + " does not run, it is exited with exit code 0");
        }
    }
}
