package dev.netjig.testcontainers;

import dev.netjig.jupiter.MachineLimitException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * An image that needs no registry: the machine's own static busybox and its tools, as {@code docker load} wants it. The
 * same busybox makes the same image, byte by byte; making it takes less than reading it from a cache would save.
 */
final class Busybox {

    static final String IMAGE = "netjig/busybox:latest";

    private static final String DIRECTORIES = "bin/ dev/ etc/ proc/ root/ run/ sys/ tmp/ var/";

    private static byte @Nullable [] archive;

    private Busybox() {}

    /** The archive, made once in a JVM. */
    static synchronized InputStream archive() {
        byte[] made = archive;
        if (made == null) {
            made = make();
            archive = made;
        }
        return new ByteArrayInputStream(made);
    }

    private static byte[] make() {
        Path program = Machine.find("busybox")
                .orElseThrow(() -> new MachineLimitException("there is no program busybox on this machine, of which"
                        + " netjig makes an image\n  remedy: install the static one (Debian, Ubuntu: apt-get install"
                        + " busybox-static)"));
        try {
            byte[] layer = layer(program);
            String config = config(sha256(layer));
            String configFile = sha256(config.getBytes(StandardCharsets.UTF_8)) + ".json";
            Tar image = new Tar();
            image.file(configFile, config.getBytes(StandardCharsets.UTF_8), 0644);
            image.file("layer.tar", layer, 0644);
            image.file(
                    "manifest.json",
                    ("[{\"Config\":\"" + configFile + "\",\"RepoTags\":[\"" + IMAGE
                                    + "\"],\"Layers\":[\"layer.tar\"]}]")
                            .getBytes(StandardCharsets.UTF_8),
                    0644);
            return image.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make an image of " + program, e);
        }
    }

    private static byte[] layer(Path program) throws IOException {
        Tar tar = new Tar();
        for (String directory : DIRECTORIES.split(" ")) {
            tar.directory(directory, directory.equals("tmp/") ? 01777 : 0755);
        }
        tar.file("bin/busybox", Files.readAllBytes(program), 0755);
        for (String tool : tools(program)) {
            if (!tool.equals("busybox")) {
                tar.link("bin/" + tool, "busybox");
            }
        }
        tar.file("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n".getBytes(StandardCharsets.UTF_8), 0644);
        tar.file("etc/group", "root:x:0:\n".getBytes(StandardCharsets.UTF_8), 0644);
        return tar.bytes();
    }

    private static List<String> tools(Path program) throws IOException {
        Process list = new ProcessBuilder(program.toString(), "--list").start();
        try (InputStream out = list.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .sorted()
                    .toList();
        }
    }

    private static String config(String layer) {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : System.getProperty("os.arch");
        return "{\"architecture\":\"" + machine + "\",\"os\":\"linux\",\"created\":\"1970-01-01T00:00:00Z\","
                + "\"config\":{\"Cmd\":[\"sh\"],\"Env\":[\"PATH=/bin\"],"
                + "\"Labels\":{\"dev.netjig.stand-in\":\"busybox of the machine\"}},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + layer + "\"]},"
                + "\"history\":[{\"created\":\"1970-01-01T00:00:00Z\",\"created_by\":\"netjig\"}]}";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** An archive whose bytes depend on nothing but its entries. */
    private static final class Tar {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(out);

        void directory(String name, int mode) throws IOException {
            add(new TarArchiveEntry(name), mode, new byte[0]);
        }

        void file(String name, byte[] content, int mode) throws IOException {
            add(new TarArchiveEntry(name), mode, content);
        }

        void link(String name, String target) throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(target);
            add(entry, 0777, new byte[0]);
        }

        private void add(TarArchiveEntry entry, int mode, byte[] content) throws IOException {
            entry.setMode(mode);
            entry.setModTime(0);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }

        byte[] bytes() throws IOException {
            tar.close();
            return out.toByteArray();
        }
    }
}
