package dev.netjig.testcontainers.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of an engine that reaches no registry. */
@DockerEngine
class ImagesTests {

    @TempDir
    private Path context;

    @Test
    void a_stand_in_bears_the_name_of_the_real_image_and_says_what_it_is_made_of(Engine engine) {
        try (Images images = Images.of(engine.client(), engine.netns(), ImageCatalogue.standard(), ImageMode.OFFLINE)) {
            ProvidedImage alpine = images.provide("alpine:3.8");

            assertThat(alpine.standIn()).isTrue();
            assertThat(alpine.packages())
                    .hasSize(3)
                    .anyMatch(each -> each.startsWith("busybox-static="))
                    .anyMatch(each -> each.startsWith("libc6="));
            assertThat(alpine).asString().startsWith("alpine:3.8 (stand-in of busybox-static=");
            assertThat(engine.client()
                            .inspectImageCmd("alpine:3.8")
                            .exec()
                            .getConfig()
                            .getLabels())
                    .containsEntry(StandIn.LABEL, String.join(" ", alpine.packages()));
            assertThat(images.provide("alpine:3.8")).isEqualTo(alpine);
        }
    }

    @Test
    void in_mode_auto_an_engine_without_a_registry_gets_the_stand_in(Engine engine) {
        try (Images images = Images.of(engine.client(), engine.netns(), ImageCatalogue.standard(), ImageMode.AUTO)) {
            assertThat(images.provide("ubuntu:15.04").packages()).anyMatch(each -> each.startsWith("make="));
        }
    }

    @Test
    void in_mode_pull_it_is_told_what_failed_and_what_to_do(Engine engine) {
        ImageCatalogue catalogue =
                ImageCatalogue.standard().with("tools:1", "registry.example.com/tools:1", StandIn.of());
        try (Images images = Images.of(engine.client(), engine.netns(), catalogue, ImageMode.PULL)) {
            assertThatThrownBy(() -> images.provide("tools:1"))
                    .isInstanceOf(ImageException.class)
                    .hasMessageStartingWith(
                            "the Docker engine in netns node cannot pull registry.example.com/tools:1: ")
                    .hasMessageContaining("registry.example.com")
                    .hasMessageEndingWith(
                            "\n  remedy: give netns node a way to the registry and to a nameserver, or use"
                                    + " a stand-in: -Dnetjig.images=offline");
        }
    }

    @Test
    void a_name_that_the_catalogue_has_not_is_told_with_those_that_it_has(Engine engine) {
        assertThatThrownBy(() -> engine.images().provide("alpine:3.9"))
                .isInstanceOf(ImageException.class)
                .hasMessage(
                        "the catalogue has no image alpine:3.9, but alpine:3.8, nginx:alpine, node:8, ubuntu:15.04\n"
                                + "  remedy: ImageCatalogue.with(\"alpine:3.9\", reference, standIn) adds it");
    }

    @Test
    void apk_adds_packages_and_adduser_users(Engine engine) throws IOException {
        String output = build(engine, """
            FROM alpine:3.8
            RUN apk update
            RUN apk add --no-cache iputils && ping -V
            RUN adduser -D -g 'www' www && id www
            """);

        assertThat(output)
                .contains(
                        "packages that netjig has stand-ins for", "Installing iputils (stand-in)", "ping from iputils")
                .contains("uid=1000(www) gid=1000(www)");
    }

    @Test
    void apk_tells_which_packages_there_are_if_one_is_not_among_them(Engine engine) {
        assertThatThrownBy(() -> build(engine, "FROM alpine:3.8\nRUN apk add nginz 2>&1\n"))
                .isInstanceOf(DockerClientException.class)
                .hasMessageContaining("ERROR: unsatisfiable constraints: nginz (missing): netjig's stand-ins are"
                        + " alpine-sdk iputils nginx (ImageCatalogue.withPackage adds more)");
    }

    private String build(Engine engine, String dockerfile) throws IOException {
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        StringBuilder output = new StringBuilder();
        try (Images images = Images.of(engine.client(), engine.netns(), ImageCatalogue.standard(), ImageMode.OFFLINE)) {
            images.provide("alpine:3.8");
            engine.client()
                    .buildImageCmd(context.toFile())
                    .exec(new BuildImageResultCallback() {
                        @Override
                        public void onNext(BuildResponseItem item) {
                            output.append(item.getStream() == null ? "" : item.getStream());
                            super.onNext(item);
                        }
                    })
                    .awaitImageId();
        } catch (DockerClientException e) {
            throw new DockerClientException(e.getMessage() + "\n" + output, e);
        }
        return output.toString();
    }
}
