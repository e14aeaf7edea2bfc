package dev.netjig.testcontainers.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;

/** A layer as an image for {@code docker load}: the same layer makes the same image. */
final class ImageArchive {

    private ImageArchive() {}

    static byte[] of(String name, Layer layer) throws IOException {
        String config = config(layer);
        String configFile = Digests.sha256(config) + ".json";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(out)) {
            tar.add(Extra.file(configFile, 0644, config));
            tar.file("layer.tar", 0644, Files.readAllBytes(layer.tar()));
            tar.add(Extra.file(
                    "manifest.json",
                    0644,
                    "[{\"Config\":\"" + configFile + "\",\"RepoTags\":[\"" + name
                            + "\"],\"Layers\":[\"layer.tar\"]}]"));
        }
        return out.toByteArray();
    }

    private static String config(Layer layer) {
        String arch = Objects.requireNonNullElse(System.getProperty("os.arch"), "amd64");
        return "{\"architecture\":\"" + (arch.equals("aarch64") ? "arm64" : arch)
                + "\",\"os\":\"linux\",\"created\":\"1970-01-01T00:00:00Z\",\"config\":{\"Cmd\":[\"/bin/sh\"],"
                + "\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"],"
                + "\"Labels\":{\"" + StandIn.LABEL + "\":\"" + String.join(" ", layer.packages()) + "\"}},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + layer.diffId() + "\"]},"
                + "\"history\":[{\"created\":\"1970-01-01T00:00:00Z\",\"created_by\":\"netjig: stand-in of packages\"}]}";
    }
}
