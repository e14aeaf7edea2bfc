package dev.netjig.testcontainers.images;

import com.sun.net.httpserver.HttpExchange;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry in a namespace of the testbed that has the stand-ins of a catalogue, so that an engine pulls. It speaks http,
 * and is read only; an engine takes it for Docker's own with {@code {"registry-mirrors": ["http://10.0.0.1:5000"]}} in its
 * daemon.json.
 *
 * <pre>{@code
 * try (ImageRegistry registry = ImageRegistry.in(internet, 5000, ImageCatalogue.standard())) {
 *     engine.client().pullImageCmd("alpine:3.8").start().awaitCompletion();
 * }
 * }</pre>
 */
public final class ImageRegistry implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("/v2/(.+)/(manifests|blobs)/([^/]+)");

    private final ImageCatalogue catalogue;
    private final Workshop workshop = Workshop.ofTheUser();
    private final Map<String, RegistryImage> images = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpService service;

    private ImageRegistry(NetworkNamespace netns, int port, ImageCatalogue catalogue) {
        this.catalogue = catalogue;
        service = HttpService.start(netns, port, "netjig-registry", Map.of("/v2/", this::answer));
    }

    /** A registry at {@code port} of all addresses of {@code netns}. An image is made when it is first asked for. */
    public static ImageRegistry in(NetworkNamespace netns, int port, ImageCatalogue catalogue) {
        return new ImageRegistry(netns, port, catalogue);
    }

    /** What it was asked for, each {@code HEAD /v2/library/alpine/manifests/3.8}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            Matcher request = REQUEST.matcher(path);
            try {
                if (path.equals("/v2/")) {
                    send(exchange, HttpService.OK, "application/json", "{}");
                } else if (!request.matches()) {
                    unknown(exchange, "NAME_UNKNOWN");
                } else if (request.group(2).equals("manifests")) {
                    manifest(exchange, request.group(1), request.group(3));
                } else {
                    blob(exchange, request.group(3));
                }
            } catch (ImageException e) {
                send(exchange, HttpService.FAILED, "text/plain", String.valueOf(e.getMessage()));
            }
        }
    }

    private void manifest(HttpExchange exchange, String repository, String reference) throws IOException {
        Optional<RegistryImage> image =
                reference.startsWith("sha256:") ? known(reference) : tagged(repository, reference);
        if (image.isEmpty()) {
            unknown(exchange, "MANIFEST_UNKNOWN");
            return;
        }
        exchange.getResponseHeaders().add("Docker-Content-Digest", image.get().digest());
        send(exchange, HttpService.OK, RegistryImage.MANIFEST, image.get().manifest());
    }

    private Optional<RegistryImage> known(String digest) {
        return images.values().stream()
                .filter(image -> image.digest().equals(digest))
                .findFirst();
    }

    private Optional<RegistryImage> tagged(String repository, String tag) {
        String name = repository.replaceFirst("^library/", "") + ":" + tag;
        return catalogue
                .image(name)
                .map(entry -> images.computeIfAbsent(
                        name,
                        absent -> RegistryImage.of(
                                workshop.make(entry.standIn().recipe()),
                                entry.standIn().command())));
    }

    private void blob(HttpExchange exchange, String digest) throws IOException {
        for (RegistryImage image : images.values()) {
            if (digest.equals(image.configDigest())) {
                send(exchange, HttpService.OK, "application/octet-stream", image.config());
                return;
            }
            if (digest.equals("sha256:" + image.layer().diffId())) {
                exchange.sendResponseHeaders(HttpService.OK, image.layer().size());
                try (InputStream content = Files.newInputStream(image.layer().tar())) {
                    content.transferTo(exchange.getResponseBody());
                }
                return;
            }
        }
        unknown(exchange, "BLOB_UNKNOWN");
    }

    private static void unknown(HttpExchange exchange, String code) throws IOException {
        send(
                exchange,
                HttpService.NOT_FOUND,
                "application/json",
                "{\"errors\": [{\"code\": \"" + code + "\", \"message\": \"\"}]}");
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(code, -1);
        } else {
            exchange.sendResponseHeaders(code, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
