package dev.netjig.suites.chapterc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.suites.docker.Build;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Docker.Ended;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hello.c, compiled in the image that runs it, and in a stage that is left behind. */
@DockerEngine(images = "alpine:3.8")
@NeedsRoot(NeedsRoot.ENGINE)
class CompiledProgram {

    @SuppressWarnings("NullAway.Init")
    private static Docker docker;

    @SuppressWarnings("NullAway.Init")
    private static Build oneStage;

    @SuppressWarnings("NullAway.Init")
    private static Build twoStages;

    @BeforeAll
    static void build(Engine engine, @TempDir Path directory) {
        docker = new Docker(engine);
        Documents.copy(CompiledProgram.class, "hello", directory);
        oneStage = docker.build(directory, "Dockerfile.one-stage");
        twoStages = docker.build(directory);
    }

    @Test
    @Scenario(id = "C4.1", title = "hello.c runs in the image that has compiled it and in that of a second stage")
    void both_run() {
        assertThat(docker.run(oneStage.image())).isEqualTo(new Ended(0, "Hello, world!\n"));
        assertThat(docker.run(twoStages.image())).isEqualTo(new Ended(0, "Hello, world!\n"));
    }

    @Test
    @Scenario(id = "C4.2", title = "the image without the compiler is at most a tenth of the one with it")
    void sizes() {
        assertThat(docker.size(oneStage.image())).isGreaterThan(100_000_000);
        assertThat(docker.size(oneStage.image())).isGreaterThan(10 * docker.size(twoStages.image()));
    }

    @Test
    @Scenario(id = "C4.3", title = "a second stage has the layers of its base and one for COPY --from")
    void layers() {
        List<String> base = docker.layers("alpine:3.8");

        assertThat(docker.layers(twoStages.image())).hasSize(base.size() + 1).containsAll(base);
        assertThat(docker.layers(oneStage.image())).hasSize(base.size() + 5).containsAll(base);
    }

    @Test
    @Scenario(id = "C4.4", title = "the compiler is not in the image of the second stage")
    void no_compiler() {
        assertThat(docker.run(oneStage.image(), "sh", "-c", "command -v gcc").exitCode())
                .isZero();
        assertThat(docker.run(twoStages.image(), "sh", "-c", "command -v gcc").exitCode())
                .isNotZero();
    }

    @Test
    @Scenario(id = "C4.5", title = "the first stage stays with the engine as an image without a name")
    void the_first_stage() {
        String stage = twoStages.step("RUN gcc -Wall hello.c -o bin/hello").image();

        assertThat(docker.inspect(stage).getRepoTags()).isEmpty();
        assertThat(docker.size(stage)).isGreaterThan(100_000_000);
        assertThat(docker.layers(twoStages.image())).doesNotContainAnyElementsOf(compiled(stage));
    }

    private static List<String> compiled(String stage) {
        List<String> layers = docker.layers(stage);
        return layers.subList(docker.layers("alpine:3.8").size(), layers.size());
    }

    @Test
    @Scenario(id = "C4.6", title = "an empty line after a backslash, as in the document, is a warning and no more")
    void empty_continuation_line(@TempDir Path directory) {
        Documents.copy(CompiledProgram.class, "hello", directory);
        Build build = docker.build(directory, "Dockerfile.blank-lines");

        assertThat(build.output()).contains("[WARNING]: Empty continuation line found in:");
        assertThat(docker.run(build.image()).output()).isEqualTo("Hello, world!\n");
    }
}
