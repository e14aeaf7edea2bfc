package dev.netjig.testcontainers.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers and the directory that keeps them. */
class WorkshopTests {

    private static final Recipe RECIPE = StandIn.of().recipe();

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    @Test
    void the_same_packages_make_the_same_layer() {
        Layer first = Workshop.in(one).make(RECIPE);
        Layer second = Workshop.in(other).make(RECIPE);

        assertThat(first.tar()).hasSameBinaryContentAs(second.tar());
        assertThat(first.tar()).hasFileName(first.diffId() + ".tar");
        assertThat(first.packages()).isEqualTo(second.packages());
    }

    @Test
    void a_layer_is_made_once_and_leaves_nothing_but_itself() throws IOException {
        Layer first = Workshop.in(one).make(RECIPE);
        FileTime made = Files.getLastModifiedTime(first.tar());

        assertThat(Workshop.in(one).make(RECIPE)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.tar())).isEqualTo(made);
        try (Stream<Path> left = Files.list(one)) {
            assertThat(left.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("lock", first.diffId() + ".tar", RECIPE.key() + ".packages");
        }
    }

    @Test
    void a_package_that_does_not_exist_is_told_in_apts_words() {
        Recipe recipe = new Recipe(List.of("netjig-no-such-package"), "", false, List.of(), List.of());

        assertThatThrownBy(() -> Workshop.in(one).make(recipe))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("""
                    cannot download the packages netjig-no-such-package:
                      E: Unable to locate package netjig-no-such-package
                      remedy: stand-ins are made from the packages of Debian and Ubuntu\
                    """);
    }

    @Test
    void an_npm_registry_has_what_it_was_made_for_and_what_that_depends_on() {
        Layer index = Workshop.in(one).make(new NpmIndex(List.of("debug@2.6.9")));
        NpmFiles files = NpmFiles.of(index);

        assertThat(index.packages()).containsExactly("debug=2.6.9", "ms=2.0.0");
        assertThat(files.find("ms"))
                .map(document -> new String(document, StandardCharsets.UTF_8))
                .get(STRING)
                .contains("\"dist-tags\":{\"latest\":\"2.0.0\"}", Npm.REGISTRY + "ms/-/2.0.0.tgz");
        assertThat(files.find("ms/-/2.0.0.tgz")).isPresent();
        assertThat(files.find("express")).isEmpty();
    }

    @Test
    void an_npm_package_that_does_not_exist_is_told_in_npms_words() {
        assertThatThrownBy(() -> Workshop.in(one).make(new NpmIndex(List.of("debug@0.0.0-netjig"))))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith("npm cannot download debug@0.0.0-netjig: ")
                .hasMessageContaining("ETARGET")
                .hasMessageContaining("\n  remedy: node:8 and what npm installs in it come from an npm registry");
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(one.resolve("file"));

        assertThatThrownBy(() -> Workshop.in(file.resolve("images")).make(RECIPE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file + "/images");
    }
}
