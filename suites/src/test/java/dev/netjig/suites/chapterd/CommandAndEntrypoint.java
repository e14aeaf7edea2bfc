package dev.netjig.suites.chapterd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import dev.netjig.jupiter.Internet;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Docker.Ended;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document's ping image, with CMD, with ENTRYPOINT, and with both. */
@Internet
@DockerEngine(images = "alpine:3.8")
@NeedsRoot(NeedsRoot.ENGINE)
class CommandAndEntrypoint {

    private static final String CMD = "Dockerfile.cmd";
    private static final String ENTRYPOINT = "Dockerfile.entrypoint";
    private static final String BOTH = "Dockerfile.both";

    private static final Map<String, String> IMAGES = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Docker docker;

    @BeforeAll
    static void build(Engine engine, @TempDir Path directory) {
        docker = new Docker(engine);
        Documents.copy(CommandAndEntrypoint.class, "ping", directory);
        for (String dockerfile : List.of(CMD, ENTRYPOINT, BOTH)) {
            IMAGES.put(dockerfile, docker.build(directory, dockerfile).image());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CMD, ENTRYPOINT, BOTH})
    @Scenario(id = "D6.1", title = "without arguments CMD, ENTRYPOINT, and both of them ping three times")
    void without_arguments(String dockerfile) {
        Ended ping = docker.run(image(dockerfile));

        assertThat(ping.output()).contains("3 packets transmitted, 3 packets received, 0% packet loss");
        assertThat(ping.exitCode()).isZero();
    }

    @Test
    @Scenario(id = "D6.2", title = "an argument takes the place of CMD only: ping 8.8.8.8 does not end after three")
    void overrides_cmd(Engine engine) {
        docker.start("both", image(BOTH), "8.8.8.8");
        InspectContainerResponse both = docker.withSize("both");

        assertThat(both.getPath()).isEqualTo("ping");
        assertThat(both.getArgs()).containsExactly("8.8.8.8");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(docker.logsSoFar("both")).contains("seq=3 ttl=103"));
        engine.client().killContainerCmd("both").exec();
    }

    @Test
    @Scenario(id = "D6.3", title = "an argument takes the place of all of a CMD, and 8.8.8.8 is no program")
    void replaces_the_command() {
        assertThatThrownBy(() -> docker.run(image(CMD), "8.8.8.8"))
                .isInstanceOf(DockerException.class)
                .hasMessageContaining("exec: \\\"8.8.8.8\\\": executable file not found in $PATH");
    }

    @Test
    @Scenario(
            id = "D6.4",
            title = "an argument comes after those of an ENTRYPOINT alone, and ping takes one address only")
    void is_added(Engine engine) {
        String id = docker.create(image(ENTRYPOINT), "8.8.8.8").exec().getId();
        engine.client().startContainerCmd(id).exec();

        assertThat(engine.client().waitContainerCmd(id).start().awaitStatusCode())
                .isNotZero();
        assertThat(docker.withSize(id).getArgs()).containsExactly("-c", "3", "8.8.8.8", "8.8.8.8");
        assertThat(docker.logs(id)).doesNotContain("packets transmitted");
    }

    @Test
    @Scenario(id = "D6.5", title = "--entrypoint takes the place of both")
    void another_entrypoint() {
        InspectContainerResponse created = docker.withSize(
                docker.create(image(BOTH)).withEntrypoint("echo").exec().getId());

        assertThat(created.getPath()).isEqualTo("echo");
        assertThat(created.getArgs()).isEmpty();
    }

    private static String image(String dockerfile) {
        return IMAGES.getOrDefault(dockerfile, "");
    }
}
