package dev.netjig.suites.chapterf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Why the document would rather reload: what a restart does to containers. */
@NeedsRoot(NeedsRoot.ENGINE)
class RestartOfTheDaemon {

    @Test
    @DockerEngine
    @Scenario(id = "F4.1", title = "a restart of the daemon stops containers except those with restart=always")
    void stops_containers(Engine engine) {
        Containers.run(engine, "plain", RestartPolicy.noRestart());
        Containers.run(engine, "always", RestartPolicy.alwaysRestart());

        engine.restart();

        await().untilAsserted(() -> assertThat(Containers.running(engine)).containsExactly("always"));
        assertThat(Containers.state(engine, "plain").getExitCodeLong()).isEqualTo(137);
    }

    @Test
    @DockerEngine
    @Scenario(
            id = "F4.2",
            title = "with live-restore, which SIGHUP switches on, a restart leaves containers and their connections")
    void live_restore(Engine engine) throws IOException {
        Conversation.host(engine, "plain");
        ContainerState before = Containers.state(engine, "plain");
        try (Conversation conversation = Conversation.with(engine, "plain")) {
            engine.daemonJson("{\"live-restore\": true}").reload();
            engine.restart();

            assertThat(conversation.echo("after")).isEqualTo("after");
        }
        assertThat(Containers.running(engine)).containsExactly("plain");
        assertThat(Containers.state(engine, "plain").getPidLong()).isEqualTo(before.getPidLong());
        assertThat(Containers.state(engine, "plain").getStartedAt()).isEqualTo(before.getStartedAt());
    }
}
