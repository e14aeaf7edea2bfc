package dev.netjig.suites.chapterf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsProgram;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import dev.netjig.testcontainers.EngineException;
import org.junit.jupiter.api.Test;

/** What SIGHUP does to a daemon whose options are flags. */
@NeedsProgram("docker")
@NeedsRoot(NeedsRoot.ENGINE)
class OptionsOnTheCommandLine {

    private static final String SIGNAL = "Got signal to reload configuration, reloading from: /etc/docker/daemon.json";

    private static final String NO_FILE = "unable to configure the Docker daemon with file /etc/docker/daemon.json:"
            + " open /etc/docker/daemon.json: no such file or directory";

    @Test
    @DockerEngine(
            options = {
                "--storage-driver=overlay2",
                "--insecure-registry=docker-registry:5000",
                "--insecure-registry=oreo:5000"
            })
    @Scenario(id = "F1.1", title = "SIGHUP without a daemon.json is no error for a current engine, and changes nothing")
    void no_file_on_the_default_path(Engine engine) {
        assertThat(engine.reload())
                .containsSubsequence(SIGNAL, "Reloaded configuration")
                .doesNotContain("level=error");
        assertThat(InsecureRegistries.of(engine))
                .containsExactlyInAnyOrder("docker-registry:5000", "oreo:5000", "127.0.0.0/8");
    }

    @Test
    @DockerEngine(options = "--config-file=/etc/docker/daemon.json", daemonJson = "{}")
    @Scenario(id = "F1.2", title = "SIGHUP fails as in the document where --config-file is given and its file is gone")
    void the_named_file_is_gone(Engine engine) {
        engine.daemonJson("");

        assertThat(engine.reload()).containsSubsequence(SIGNAL, "level=error msg=\"" + NO_FILE + "\"");
    }

    @Test
    @DockerEngine(options = "--config-file=/etc/docker/daemon.json", daemonJson = "{}")
    @Scenario(id = "F1.3", title = "a daemon does not start where --config-file is given and its file is gone")
    void the_named_file_is_gone_at_the_start(Engine engine) {
        engine.daemonJson("");

        assertThatThrownBy(engine::restart)
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("dockerd ended at its start")
                .hasMessageContaining(NO_FILE);
    }
}
