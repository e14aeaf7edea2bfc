package dev.netjig.suites.chapterc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.suites.docker.Build;
import dev.netjig.suites.docker.Build.Step;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Listening;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document's Node.js application, and when its packages are installed again. */
@DockerEngine(images = "node:8")
@NeedsRoot(NeedsRoot.ENGINE)
class NodeImage {

    private static final String COPY_FIRST = "Dockerfile.copy-first";
    private static final String INSTALL_FIRST = "Dockerfile";

    private static final String INSTALL = "RUN npm install";
    private static final String COPY = "COPY . /usr/src/app";

    @TempDir
    private Path directory;

    @BeforeEach
    void copy() {
        Documents.copy(NodeImage.class, "node", directory);
    }

    @Test
    @Scenario(id = "C3.1", title = "the Node.js image answers at its port what its source says")
    void it_runs(Engine engine, @Netns("node") NetworkNamespace node) {
        Docker docker = new Docker(engine);
        docker.publish("app", docker.build(directory).image(), 8080, 8080);
        Listening.await(engine.container("app"), 8080);

        assertThat(node.exec("busybox", "wget", "-q", "-O", "-", "http://localhost:8080")
                        .orThrow()
                        .stdout())
                .isEqualTo("Hello world\n");
        assertThat(docker.exec("app", "node --version")).isEqualTo("v8.17.0\n");
    }

    @Test
    @Scenario(
            id = "C3.2",
            title = "with COPY . before npm install, packages are installed again after every change of a source")
    void copy_first(Engine engine) {
        Docker docker = new Docker(engine);
        Build before = docker.build(directory, COPY_FIRST);
        changeSource();
        Build after = docker.build(directory, COPY_FIRST);

        assertThat(after.step(COPY).cached()).isFalse();
        assertThat(after.step(INSTALL))
                .matches(step -> !step.cached(), "has run")
                .isNotEqualTo(before.step(INSTALL));
        assertThat(after.output()).contains("added ");
    }

    @Test
    @Scenario(
            id = "C3.3",
            title = "with npm install before COPY ., the installed packages come from the cache after a change of a"
                    + " source")
    void install_first(Engine engine) {
        Docker docker = new Docker(engine);
        Build before = docker.build(directory, INSTALL_FIRST);
        changeSource();
        Build after = docker.build(directory, INSTALL_FIRST);

        assertThat(after.step(INSTALL).cached()).isTrue();
        assertThat(after.step(INSTALL).image()).isEqualTo(before.step(INSTALL).image());
        assertThat(after.step(COPY).cached()).isFalse();
        assertThat(after.image()).isNotEqualTo(before.image());
    }

    @Test
    @Scenario(id = "C3.4", title = "a change of package.json installs packages again, with npm install first too")
    void another_package_json(Engine engine) {
        Docker docker = new Docker(engine);
        Build before = docker.build(directory, INSTALL_FIRST);
        Documents.edit(directory.resolve("package.json"), "\"1.0.0\"", "\"1.0.1\"");
        Build after = docker.build(directory, INSTALL_FIRST);

        assertThat(after.step(INSTALL).cached()).isFalse();
        assertThat(after.step(INSTALL).image())
                .isNotEqualTo(before.step(INSTALL).image());
    }

    @Test
    @Scenario(id = "C3.5", title = "a build of the same files takes every step from the cache, in either order")
    void nothing_changed(Engine engine) {
        Docker docker = new Docker(engine);
        for (String dockerfile : new String[] {COPY_FIRST, INSTALL_FIRST}) {
            Build before = docker.build(directory, dockerfile);
            Build after = docker.build(directory, dockerfile);

            assertThat(after.image()).isEqualTo(before.image());
            assertThat(after.steps().subList(1, after.steps().size())).allMatch(Step::cached);
        }
    }

    private void changeSource() {
        Documents.edit(directory.resolve("server.js"), "Hello world", "Hello " + directory.getFileName());
    }
}
