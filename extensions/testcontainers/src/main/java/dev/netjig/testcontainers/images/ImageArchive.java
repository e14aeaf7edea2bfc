package dev.netjig.testcontainers.images;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A layer as an image for {@code docker load}: the same layer makes the same image. */
final class ImageArchive {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAYER = "layer.tar";
    private static final String EPOCH = "1970-01-01T00:00:00Z";

    private ImageArchive() {}

    /** The archive, which is gone once the stream is closed. */
    static InputStream of(String name, Layer layer, List<String> command) throws IOException {
        String config = config(layer, command);
        String configFile = Digests.sha256(config) + ".json";
        Path file = Files.createTempFile("netjig-image-", ".tar");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    TarWriter tar = new TarWriter(out)) {
                tar.add(Extra.file(configFile, 0644, config));
                tar.file(LAYER, 0644, layer.tar());
                List<Map<String, Object>> manifest =
                        List.of(Map.of("Config", configFile, "RepoTags", List.of(name), "Layers", List.of(LAYER)));
                tar.add(Extra.file("manifest.json", 0644, JSON.writeValueAsString(manifest)));
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The text of an image's configuration. */
    static String config(Layer layer, List<String> command) {
        String arch = Objects.requireNonNullElse(System.getProperty("os.arch"), "amd64");
        Map<String, Object> config = new TreeMap<>();
        config.put("architecture", arch.equals("aarch64") ? "arm64" : arch);
        config.put("os", "linux");
        config.put("created", EPOCH);
        config.put(
                "config",
                new TreeMap<>(Map.of(
                        "Cmd", command,
                        "Env", List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
                        "Labels", Map.of(StandIn.LABEL, String.join(" ", layer.packages())))));
        config.put("rootfs", new TreeMap<>(Map.of("type", "layers", "diff_ids", List.of("sha256:" + layer.diffId()))));
        config.put(
                "history",
                List.of(new TreeMap<>(Map.of("created", EPOCH, "created_by", "netjig: stand-in of packages"))));
        try {
            return JSON.writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, lists and maps can be written as JSON", e);
        }
    }
}
