package dev.netjig.testcontainers;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From start to end, and two at once. */
class EngineLifeTests {

    @Test
    void nothing_is_left_of_an_engine_that_is_closed() {
        Path directory;
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.start();
            engine.run("web", "sleep", "600");
            directory = Objects.requireNonNull(engine.socket().getParent());
            assertThat(Traces.of(directory.toString())).isNotEmpty();
            assertThat(Traces.of(group(directory))).anyMatch(trace -> trace.startsWith("/sys/fs/cgroup/"));
        }
        assertThat(directory).doesNotExist();
        assertThat(Traces.of(directory.toString())).isEmpty();
        assertThat(Traces.of(group(directory))).isEmpty();
    }

    /** The name of an engine's control groups: of its directory and the one above. */
    private static String group(Path directory) {
        return directory
                .subpath(directory.getNameCount() - 2, directory.getNameCount())
                .toString();
    }

    @Test
    void two_engines_do_not_see_one_another() {
        try (Testbed testbed = Testbed.create(Topology.builder().netns("other").build());
                Engine two = Engine.in(testbed.netns("other"))) {
            two.start();
            two.run("web", "sleep", "600");
            try (Engine one = Engine.in(testbed.node())) {
                one.start();
                one.run("web", "sleep", "600");

                assertThat(one.info().getContainersRunning()).isEqualTo(1);
                assertThat(two.info().getName()).isEqualTo("other");
                assertThat(one.container("web").inode())
                        .isNotEqualTo(two.container("web").inode());
                assertThat(two.container("web").name()).isEqualTo("web#2");
            }
            assertThat(two.info().getContainersRunning()).isEqualTo(1);
            assertThat(two.container("web")).canReach("172.17.0.1");
        }
    }

    @Test
    void a_restart_stops_containers_except_those_that_are_to_be_restarted() {
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.start();
            engine.client()
                    .createContainerCmd(engine.busybox())
                    .withName("always")
                    .withCmd("sleep", "600")
                    .withStopSignal("SIGKILL")
                    .withHostConfig(HostConfig.newHostConfig().withRestartPolicy(RestartPolicy.alwaysRestart()))
                    .exec();
            engine.client()
                    .createContainerCmd(engine.busybox())
                    .withName("plain")
                    .withCmd("sleep", "600")
                    .withStopSignal("SIGKILL")
                    .exec();
            engine.client().startContainerCmd("always").exec();
            engine.client().startContainerCmd("plain").exec();
            long before = engine.pid();

            engine.restart();

            assertThat(engine.pid()).isNotEqualTo(before);
            assertThat(engine.logs()).containsSubsequence("Processing signal 'terminated'", "API listen on");
            await().untilAsserted(() -> assertThat(running(engine)).containsExactly("/always"));
        }
    }

    private static List<String> running(Engine engine) {
        return engine.client().listContainersCmd().exec().stream()
                .map(Container::getNames)
                .flatMap(Stream::of)
                .toList();
    }

    @Test
    void an_engine_whose_daemon_was_killed_starts_again_or_ends_without_a_trace() {
        Path directory;
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.start();
            directory = Objects.requireNonNull(engine.socket().getParent());
            engine.run("web", "sleep", "600");
            kill(engine);
            engine.restart();
            assertThat(engine.info().getContainers()).isEqualTo(1);
            kill(engine);
        }
        assertThat(directory).doesNotExist();
        assertThat(Traces.of(directory.toString())).isEmpty();
        assertThat(Traces.of(group(directory))).isEmpty();
    }

    private static void kill(Engine engine) {
        ProcessHandle daemon = ProcessHandle.of(engine.pid()).orElseThrow();
        daemon.destroyForcibly();
        await().until(() -> !daemon.isAlive());
    }

    @Test
    void a_configuration_is_read_at_the_start_and_when_told() {
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.daemonJson("{\"labels\": [\"first=1\"]}").start();
            assertThat(engine.info().getLabels()).containsExactly("first=1");

            engine.daemonJson("{\"labels\": [\"second=2\"]}");
            assertThat(engine.reload())
                    .contains("Got signal to reload configuration, reloading from: /etc/docker/daemon.json")
                    .contains("Reloaded configuration");
            assertThat(engine.info().getLabels()).containsExactly("second=2");

            engine.daemonJson("{");
            assertThat(engine.reload()).contains("level=error");
            assertThat(engine.info().getLabels()).containsExactly("second=2");
        }
    }

    @Test
    void a_start_that_fails_says_what_the_daemon_logged() {
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.options("--no-such-option");
            assertThatThrownBy(engine::start)
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("dockerd ended at its start; it logged last:\n")
                    .hasMessageContaining("unknown flag: --no-such-option");
        }
    }

    @Test
    void the_image_is_the_same_whoever_makes_it() throws Exception {
        byte[] archive = Busybox.archive().readAllBytes();

        assertThat(archive).hasSizeGreaterThan(100_000);
        assertThat(Files.size(Machine.find("busybox").orElseThrow())).isLessThan(archive.length);
    }
}
