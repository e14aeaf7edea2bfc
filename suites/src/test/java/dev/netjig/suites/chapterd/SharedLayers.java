package dev.netjig.suites.chapterd;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ChangeLog;
import dev.netjig.suites.docker.Build;
import dev.netjig.suites.docker.Docker;
import dev.netjig.suites.docker.Docker.Overlay;
import dev.netjig.suites.docker.Documents;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.NeedsRoot;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers of an image, its containers, and what each of them has for itself. */
@DockerEngine(images = "ubuntu:15.04")
@NeedsRoot(NeedsRoot.ENGINE)
class SharedLayers {

    private static final String CHANGE =
            "dd if=/dev/zero of=/app/big bs=1M count=5 && echo changed >>/app/src.txt" + " && rm /app/Makefile";

    @SuppressWarnings("NullAway.Init")
    private static Docker docker;

    @SuppressWarnings("NullAway.Init")
    private static Build built;

    @TempDir
    private Path directory;

    @BeforeAll
    static void build(Engine engine, @TempDir Path directory) {
        docker = new Docker(engine);
        built = docker.build(Documents.copy(SharedLayers.class, "shared", directory), "Dockerfile.made");
    }

    @Test
    @Scenario(id = "D1.1", title = "COPY and RUN put a layer each on those of FROM, and CMD puts none")
    void one_layer_an_instruction() {
        List<String> base = docker.layers("ubuntu:15.04");
        List<String> layers = docker.layers(built.image());

        assertThat(layers).hasSize(base.size() + 2).startsWith(base.toArray(String[]::new));
        assertThat(docker.layers(built.step("COPY . /app").image())).isEqualTo(layers.subList(0, base.size() + 1));
        assertThat(docker.layers(built.step("RUN make -C /app").image())).isEqualTo(layers);
    }

    @Test
    @Scenario(id = "D1.2", title = "a RUN that changes nothing, as the document's make /app does, makes no layer")
    void nothing_to_make() {
        Build build = docker.build(Documents.copy(SharedLayers.class, "shared", directory));
        List<String> base = docker.layers("ubuntu:15.04");

        assertThat(build.output()).contains("make: Nothing to be done for '/app'.");
        assertThat(docker.layers(build.image())).hasSize(base.size() + 1);
    }

    @Test
    @Scenario(id = "D1.3", title = "a new container adds a layer of 0 bytes to those of its image")
    void thin() {
        docker.sleeping("thin", built.image());
        InspectContainerResponse thin = docker.withSize("thin");

        assertThat(thin.getSizeRw()).isZero();
        assertThat(Long.valueOf(thin.getSizeRootFs())).isEqualTo(docker.size(built.image()));
    }

    @Test
    @Scenario(id = "D2.1", title = "containers of one image have its layers in common, and one of their own each")
    void in_common() {
        List<Overlay> containers = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            docker.sleeping(name, built.image());
            containers.add(docker.overlay(name));
        }

        assertThat(containers)
                .extracting(Overlay::image)
                .containsOnly(containers.get(0).image());
        assertThat(containers.get(0).image()).hasSameSizeAs(docker.layers(built.image()));
        assertThat(containers).extracting(Overlay::own).doesNotHaveDuplicates();
    }

    @Test
    @Scenario(id = "D2.2", title = "what a container writes, no other container of the image sees, nor the image")
    void apart() {
        List<String> layers = docker.layers(built.image());
        docker.sleeping("writer", built.image());
        docker.exec("writer", CHANGE);

        assertThat(docker.run(built.image(), "cat", "/app/src.txt").output()).isEqualTo("first version\n");
        assertThat(docker.exec("writer", "cat /app/src.txt")).isEqualTo("first version\nchanged\n");
        assertThat(docker.layers(built.image())).isEqualTo(layers);
    }

    @Test
    @Scenario(
            id = "D3.1",
            title = "the layer of a container has what was added and changed whole, and a mark for what was deleted")
    void what_is_in_it(Engine engine) throws IOException {
        docker.sleeping("changed", built.image());
        docker.exec("changed", CHANGE);
        InspectContainerResponse changed = docker.withSize("changed");

        assertThat(engine.client().containerDiffCmd("changed").exec())
                .extracting(SharedLayers::text)
                .containsExactlyInAnyOrder("C /app", "A /app/big", "C /app/src.txt", "D /app/Makefile");
        assertThat(changed.getSizeRw()).isBetween(5L << 20, 6L << 20);
        Path own = docker.overlay("changed").own();
        assertThat(own.resolve("app/src.txt")).hasContent("first version\nchanged\n");
        assertThat(Files.getAttribute(own.resolve("app/Makefile"), "unix:rdev"))
                .as("device 0, 0: a whiteout")
                .isEqualTo(0L);
    }

    @Test
    @Scenario(id = "D3.2", title = "the layer of a container outlives a stop and a start")
    void kept(Engine engine) {
        docker.sleeping("kept", built.image());
        docker.exec("kept", CHANGE);
        engine.client().stopContainerCmd("kept").exec();
        engine.client().startContainerCmd("kept").exec();

        assertThat(docker.exec("kept", "cat /app/src.txt")).isEqualTo("first version\nchanged\n");
    }

    @Test
    @Scenario(id = "D3.3", title = "the layer of a container goes with it, and the image stays")
    void gone(Engine engine) {
        docker.sleeping("gone", built.image());
        docker.exec("gone", CHANGE);
        Path own = docker.overlay("gone").own();
        assertThat(own).exists();

        engine.client().removeContainerCmd("gone").withForce(true).exec();

        assertThat(own).doesNotExist();
        assertThat(docker.run(built.image(), "cat", "/app/src.txt").output()).isEqualTo("first version\n");
    }

    @Test
    @Scenario(
            id = "D4.1",
            title = "after a change of a copied file the layers below COPY are kept, and it and RUN make others")
    void after_a_change() {
        Documents.copy(SharedLayers.class, "shared", directory);
        Documents.edit(directory.resolve("src.txt"), "first", "second");
        Build again = docker.build(directory, "Dockerfile.made");
        int base = docker.layers("ubuntu:15.04").size();
        List<String> before = docker.layers(built.image());
        List<String> after = docker.layers(again.image());

        assertThat(again.steps()).extracting(Build.Step::cached).containsExactly(false, false, false, false);
        assertThat(after)
                .hasSameSizeAs(before)
                .startsWith(before.subList(0, base).toArray(String[]::new));
        assertThat(after.subList(base, after.size())).doesNotContainAnyElementsOf(before);
        assertThat(docker.run(again.image(), "cat", "/app/built.txt").output()).isEqualTo("SECOND VERSION\n");
        assertThat(docker.run(built.image(), "cat", "/app/built.txt").output()).isEqualTo("FIRST VERSION\n");
    }

    @Test
    @Scenario(id = "D4.2", title = "without a change a rebuild ends in the same image")
    void without_a_change() {
        Build again = docker.build(Documents.copy(SharedLayers.class, "shared", directory), "Dockerfile.made");

        assertThat(again.image()).isEqualTo(built.image());
        assertThat(again.step("RUN make -C /app").cached()).isTrue();
    }

    @Test
    @Scenario(id = "D4.3", title = "another CMD makes another image of the same layers")
    void another_command() {
        Build again = docker.build(Documents.copy(SharedLayers.class, "shared", directory), "Dockerfile.other-command");

        assertThat(again.image()).isNotEqualTo(built.image());
        assertThat(docker.layers(again.image())).isEqualTo(docker.layers(built.image()));
    }

    /** {@code A /app/big}: kinds are changed, added and deleted. */
    private static String text(ChangeLog change) {
        return "CAD".charAt(change.getKind()) + " " + change.getPath();
    }
}
