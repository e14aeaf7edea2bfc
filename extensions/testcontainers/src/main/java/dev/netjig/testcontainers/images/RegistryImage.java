package dev.netjig.testcontainers.images;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An image as a registry has it.
 *
 * @param config a text that is a part of the image, byte by byte
 * @param manifest likewise
 */
record RegistryImage(Layer layer, String config, String manifest) {

    /** The format of Docker's own registry, image manifest version 2, schema 2. */
    static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    static RegistryImage of(Layer layer, List<String> command) {
        String config = ImageArchive.config(layer, command);
        return new RegistryImage(layer, config, """
            {"schemaVersion": 2, "mediaType": "%s",
             "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": %d, "digest": "%s"},
             "layers": [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": %d,
                         "digest": "sha256:%s"}]}
            """.formatted(
                        MANIFEST,
                        config.getBytes(StandardCharsets.UTF_8).length,
                        digest(config),
                        layer.size(),
                        layer.diffId()));
    }

    String digest() {
        return digest(manifest);
    }

    String configDigest() {
        return digest(config);
    }

    private static String digest(String text) {
        return "sha256:" + Digests.sha256(text);
    }
}
