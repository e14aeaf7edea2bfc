package dev.netjig.testcontainers.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packages from the npm registry that the machine's npm uses. They are downloaded, nothing of them is run. */
final class Npm {

    /** Stands in documents for the address of the registry that will serve them. */
    static final String REGISTRY = "http://netjig.invalid/npm/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REMEDY =
            "node:8 and what npm installs in it come from an npm registry: install npm 7 or newer (Debian, Ubuntu:"
                    + " apt-get install npm) and check its registry (npm ping), or run where the engine can pull, with"
                    + " -Dnetjig.images=pull";

    private Npm() {}

    /** Downloads a package, {@code npm pack NAME@VERSION}. */
    static Path pack(String spec, Path directory) throws IOException {
        Path own = Files.createDirectory(directory.resolve("pack-" + spec.replaceAll("[^\\w.-]", "-")));
        run(own, List.of("npm", "pack", "--loglevel=error", spec), spec);
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new ImageException("npm pack " + spec + " wrote no archive", REMEDY));
        }
    }

    /**
     * Writes what a registry answers that has {@code specs} and what they depend on, and no more: a document for each name,
     * and the archives.
     *
     * @return each package with its version
     */
    static List<String> registry(List<String> specs, Path directory, TarWriter tar) throws IOException {
        Path project = Files.createDirectory(directory.resolve("project"));
        Path cache = directory.resolve("cache");
        List<String> install = new ArrayList<>(List.of(
                "npm",
                "install",
                "--loglevel=error",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--cache=" + cache));
        install.addAll(specs);
        Files.writeString(project.resolve("package.json"), "{}");
        run(project, install, String.join(", ", specs));
        JsonNode lock =
                JSON.readTree(project.resolve("package-lock.json").toFile()).path("packages");
        Map<String, ObjectNode> documents = new TreeMap<>();
        List<String> contents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : lock.properties()) {
            if (!each.getKey().isEmpty()) {
                contents.add(add(project.resolve(each.getKey()), each.getValue(), cache, documents, tar));
            }
        }
        if (contents.isEmpty()) {
            throw new ImageException("npm's package-lock.json has no packages", REMEDY);
        }
        for (Map.Entry<String, ObjectNode> each : documents.entrySet()) {
            tar.file(each.getKey(), 0644, JSON.writeValueAsBytes(each.getValue()));
        }
        contents.sort(Comparator.naturalOrder());
        return contents;
    }

    private static String add(
            Path installed, JsonNode locked, Path cache, Map<String, ObjectNode> documents, TarWriter tar)
            throws IOException {
        ObjectNode version =
                (ObjectNode) JSON.readTree(installed.resolve("package.json").toFile());
        String name = version.path("name").asText();
        String number = version.path("version").asText();
        String integrity = locked.path("integrity").asText();
        String archive = name + "/-/" + number + ".tgz";
        version.putObject("dist").put("integrity", integrity).put("tarball", REGISTRY + archive);
        ObjectNode document = documents.computeIfAbsent(name, absent -> {
            ObjectNode made = JSON.createObjectNode().put("name", name);
            made.putObject("dist-tags");
            made.putObject("versions");
            return made;
        });
        ((ObjectNode) document.path("dist-tags")).put("latest", number);
        ((ObjectNode) document.path("versions")).set(number, version);
        tar.file(archive, 0644, Files.readAllBytes(cached(cache, integrity)));
        return name + "=" + number;
    }

    /** npm's cache has its archives by their content: {@code content-v2/sha512/ab/cd/…}. */
    private static Path cached(Path cache, String integrity) {
        String[] parts = integrity.split("-", 2);
        String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(parts[1]));
        return cache.resolve("_cacache/content-v2")
                .resolve(parts[0])
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex.substring(4));
    }

    private static void run(Path directory, List<String> line, String what) throws IOException {
        Programs.Output output = Programs.run(new ProcessBuilder(line).directory(directory.toFile()), REMEDY);
        if (output.exitCode() != 0) {
            throw ImageException.ofMachine(
                    "npm cannot download " + what + ": " + output.text().strip(), REMEDY);
        }
    }
}
