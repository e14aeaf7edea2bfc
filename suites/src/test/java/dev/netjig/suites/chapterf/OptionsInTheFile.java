package dev.netjig.suites.chapterf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import dev.netjig.testcontainers.EngineException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that daemon.json holds, and what is wrong with some. */
@NeedsProgram("docker")
@NeedsRoot(NeedsRoot.ENGINE)
class OptionsInTheFile {

    private static final String BOTH = "{\"storage-driver\": \"overlay2\","
            + " \"insecure-registries\": [\"docker-registry:5000\", \"oreo:5000\"]}";

    private static final String ONE =
            "{\"storage-driver\": \"overlay2\"," + " \"insecure-registries\": [\"docker-registry:5000\"]}";

    private static final String CONFLICT = "the following directives are specified both as a flag and in the"
            + " configuration file: insecure-registries: (from flag: [oreo:5000], from file: [docker-registry:5000])";

    @Test
    @DockerEngine(options = "--insecure-registry=oreo:5000")
    @Scenario(id = "F2.1", title = "options moved to daemon.json count from the next restart on")
    void moved(Engine engine) {
        engine.withoutOptions().daemonJson(BOTH).restart();

        assertThat(InsecureRegistries.of(engine))
                .containsExactlyInAnyOrder("docker-registry:5000", "oreo:5000", "127.0.0.0/8");
    }

    @Test
    @DockerEngine(options = "--insecure-registry=oreo:5000")
    @Scenario(id = "F2.2", title = "a daemon does not start with the same directive as a flag and in daemon.json")
    void flag_and_file_at_the_start(Engine engine) {
        engine.daemonJson("{\"insecure-registries\": [\"docker-registry:5000\"]}");

        assertThatThrownBy(engine::restart)
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("dockerd ended at its start")
                .hasMessageContaining(CONFLICT);
    }

    @Test
    @DockerEngine(options = "--insecure-registry=oreo:5000")
    @Scenario(
            id = "F2.3",
            title = "SIGHUP with the same directive as a flag and in daemon.json is an error, and changes nothing")
    void flag_and_file_on_reload(Engine engine) {
        engine.daemonJson("{\"insecure-registries\": [\"docker-registry:5000\"]}");

        assertThat(engine.reload()).contains("level=error", CONFLICT);
        assertThat(InsecureRegistries.of(engine)).containsExactlyInAnyOrder("oreo:5000", "127.0.0.0/8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"debug\": true,} | invalid character '}' looking for beginning of",
                "{\"no-such\": 1}   | the following directives don't match any configuration option: no-such"
            })
    @DockerEngine(daemonJson = ONE)
    @Scenario(id = "F2.4", title = "SIGHUP with a daemon.json that is no JSON or has an unknown key changes nothing")
    void what_no_daemon_understands(String json, String error, Engine engine) {
        engine.daemonJson(json);

        assertThat(engine.reload()).contains("level=error", error);
        assertThat(InsecureRegistries.of(engine)).containsExactlyInAnyOrder("docker-registry:5000", "127.0.0.0/8");
    }

    @Test
    @DockerEngine(daemonJson = BOTH)
    @Scenario(
            id = "F3",
            title = "a registry that daemon.json has no more is gone after SIGHUP, and a container and its connections"
                    + " live on untouched")
    void removed(Engine engine) throws IOException {
        Conversation.host(engine, "web");
        InspectContainerResponse.ContainerState before = Containers.state(engine, "web");
        try (Conversation conversation = Conversation.with(engine, "web")) {
            assertThat(conversation.echo("before")).isEqualTo("before");

            assertThat(engine.daemonJson(ONE).reload()).doesNotContain("level=error");

            assertThat(conversation.echo("after")).isEqualTo("after");
        }
        assertThat(InsecureRegistries.of(engine)).containsExactlyInAnyOrder("docker-registry:5000", "127.0.0.0/8");
        assertThat(Containers.state(engine, "web").getPidLong()).isEqualTo(before.getPidLong());
        assertThat(Containers.state(engine, "web").getStartedAt()).isEqualTo(before.getStartedAt());
    }

    /** A web server in a container stands for a registry: it is asked, and has no such image. */
    @Test
    @DockerEngine(daemonJson = "{\"insecure-registries\": [\"172.17.0.2:5000\"]}")
    @Scenario(id = "F3.1", title = "a registry without https is pulled from until SIGHUP takes it off the list")
    void a_registry_without_https(Engine engine) {
        engine.run("registry", "httpd", "-f", "-p", "5000");

        assertThat(pull(engine)).contains("404");

        engine.daemonJson("{\"insecure-registries\": []}").reload();

        assertThat(pull(engine)).contains("http: server gave HTTP response to HTTPS client");
    }

    /** What {@code docker pull} says against it. */
    private static String pull(Engine engine) {
        return engine.netns()
                .exec("docker", "-H", "unix://" + engine.socket(), "pull", "172.17.0.2:5000/app:1")
                .stderr();
    }
}
