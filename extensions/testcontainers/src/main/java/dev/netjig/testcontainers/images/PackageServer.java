package dev.netjig.testcontainers.images;

import com.sun.net.httpserver.HttpExchange;
import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Serves packages to the {@code apk} and the {@code npm} of stand-ins, in the engine's namespace, where their default route
 * leads. There is one for a namespace, as long as anybody needs it.
 */
final class PackageServer {

    /** As in apk.sh. */
    private static final int PORT = 8480;

    private static final Map<Long, PackageServer> RUNNING = new HashMap<>();

    private final List<ImageCatalogue> catalogues = new CopyOnWriteArrayList<>();
    private final Workshop workshop;
    private final HttpService service;

    private PackageServer(NetworkNamespace netns, Workshop workshop) {
        this.workshop = workshop;
        service =
                HttpService.start(netns, PORT, "netjig-packages", Map.of("/", this::answer, "/npm/", this::answerNpm));
    }

    /** Serves the packages of a catalogue until the result is run. */
    static Runnable serve(NetworkNamespace netns, ImageCatalogue catalogue, Workshop workshop) {
        synchronized (RUNNING) {
            RUNNING.computeIfAbsent(netns.inode(), inode -> new PackageServer(netns, workshop))
                    .catalogues
                    .add(catalogue);
        }
        return () -> end(netns.inode(), catalogue);
    }

    private static void end(long netns, ImageCatalogue catalogue) {
        synchronized (RUNNING) {
            PackageServer running = RUNNING.get(netns);
            if (running != null && running.catalogues.remove(catalogue) && running.catalogues.isEmpty()) {
                RUNNING.remove(netns);
                running.service.close();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().replaceFirst("^/", "");
            if (name.isEmpty()) {
                send(exchange, HttpService.OK, names());
                return;
            }
            Optional<Recipe> recipe = catalogues.stream()
                    .flatMap(catalogue -> catalogue.apkPackage(name).stream())
                    .findFirst();
            if (recipe.isEmpty()) {
                send(exchange, HttpService.NOT_FOUND, "");
            } else {
                send(exchange, recipe.get());
            }
        }
    }

    private String names() {
        TreeSet<String> all = new TreeSet<>();
        catalogues.forEach(catalogue -> all.addAll(catalogue.apkPackages()));
        return String.join("\n", all) + "\n";
    }

    private void answerNpm(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().replaceFirst("^/npm/", "");
            Optional<byte[]> found;
            try {
                found = catalogues.stream()
                        .flatMap(catalogue -> NpmFiles.of(workshop.make(catalogue.npm())).find(name).stream())
                        .findFirst();
            } catch (ImageException e) {
                fail(exchange, e);
                return;
            }
            if (found.isPresent()) {
                send(exchange, HttpService.OK, inNameOf(exchange, name, found.get()));
            } else {
                send(exchange, HttpService.NOT_FOUND, "{\"error\": \"netjig's registry has no such package\"}");
            }
        }
    }

    /** A document says where its archives are: here, by the name that the client knows this server by. */
    private static byte[] inNameOf(HttpExchange exchange, String name, byte[] content) {
        if (name.endsWith(".tgz")) {
            return content;
        }
        String registry = "http://" + exchange.getRequestHeaders().getFirst("Host") + "/npm/";
        return new String(content, StandardCharsets.UTF_8)
                .replace(Npm.REGISTRY, registry)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(HttpExchange exchange, Recipe recipe) throws IOException {
        Layer layer;
        try {
            layer = workshop.make(recipe);
        } catch (ImageException e) {
            fail(exchange, e);
            return;
        }
        exchange.sendResponseHeaders(HttpService.OK, layer.size());
        try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(layer.tar(), body);
        }
    }

    private static void fail(HttpExchange exchange, ImageException problem) throws IOException {
        String text = String.valueOf(problem.getMessage()).replace('\n', ' ');
        exchange.getResponseHeaders().add("Netjig-Problem", text);
        send(exchange, HttpService.FAILED, text);
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        send(exchange, code, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, byte[] content) throws IOException {
        exchange.sendResponseHeaders(code, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }
}
