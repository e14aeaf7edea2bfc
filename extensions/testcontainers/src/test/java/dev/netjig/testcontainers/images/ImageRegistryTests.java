package dev.netjig.testcontainers.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.testcontainers.DockerEngine;
import dev.netjig.testcontainers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine that pulls, from a registry in its own node. */
class ImageRegistryTests {

    private static final String MIRROR = "{\"registry-mirrors\": [\"http://127.0.0.1:5000\"]}";

    @SuppressWarnings("NullAway.Init")
    private ImageRegistry registry;

    @BeforeEach
    void open(Engine engine) {
        registry = ImageRegistry.in(engine.netns(), 5000, ImageCatalogue.standard());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    @DockerEngine(daemonJson = MIRROR)
    void an_engine_pulls_what_the_registry_has_and_is_told_of_what_it_has_not(Engine engine) {
        ImageCatalogue more = ImageCatalogue.standard().with("tools:1", "tools:1", StandIn.of());
        try (Images images = Images.of(engine.client(), engine.netns(), more, ImageMode.PULL)) {
            ProvidedImage alpine = images.provide("alpine:3.8");

            assertThat(registry.requests()).anyMatch(request -> request.endsWith(" /v2/library/alpine/manifests/3.8"));
            assertThat(engine.client().inspectImageCmd("alpine:3.8").exec().getRepoDigests())
                    .hasSize(1)
                    .allMatch(digest -> digest.startsWith("alpine@sha256:"));
            assertThat(alpine.packages()).anyMatch(each -> each.startsWith("busybox-static="));

            assertThatThrownBy(() -> images.provide("tools:1"))
                    .isInstanceOf(ImageException.class)
                    .hasMessageStartingWith("the Docker engine in netns node cannot pull tools:1: ");
            assertThat(registry.requests()).anyMatch(request -> request.endsWith(" /v2/library/tools/manifests/1"));
        }
    }

    @Test
    @DockerEngine(daemonJson = MIRROR)
    void in_mode_auto_an_image_is_pulled_if_it_can_be_and_runs(Engine engine) {
        engine.images().provide("alpine:3.8");
        String id = engine.client()
                .createContainerCmd("alpine:3.8")
                .withCmd("apk", "update")
                .exec()
                .getId();
        engine.client().startContainerCmd(id).exec();

        assertThat(engine.client().waitContainerCmd(id).start().awaitStatusCode())
                .isZero();
        assertThat(registry.requests()).anyMatch(request -> request.endsWith(" /v2/library/alpine/manifests/3.8"));
    }
}
