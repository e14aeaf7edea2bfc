package dev.netjig.testcontainers.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes layers, each once: they stay in the user's cache directory, named by their content, with a list of
 * what they are made of. Deleting that directory makes them anew.
 */
final class Workshop {

    private static final int BUFFER = 1 << 16;

    private static final Object ONE_OF_THIS_JVM = new Object();

    private final Path home;

    private Workshop(Path home) {
        this.home = home;
    }

    /** The one that keeps its layers in {@code $XDG_CACHE_HOME/netjig/images}, {@code ~/.cache/netjig/images} unless set. */
    static Workshop ofTheUser() {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return in(cache.resolve("netjig/images"));
    }

    static Workshop in(Path home) {
        return new Workshop(home);
    }

    /** The layer of a product, from the cache if it is there. */
    Layer make(Product product) {
        synchronized (ONE_OF_THIS_JVM) {
            try {
                Files.createDirectories(home);
                Path list = home.resolve(product.key() + ".packages");
                Optional<Layer> kept = read(list);
                if (kept.isPresent()) {
                    return kept.get();
                }
                try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    // Closing the channel ends the lock, which keeps other JVMs out.
                    channel.lock();
                    Optional<Layer> meanwhile = read(list);
                    return meanwhile.isPresent() ? meanwhile.get() : make(product, list);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make " + product + " in " + home, e);
            }
        }
    }

    /** A list: the layer's digest, and its packages. */
    private Optional<Layer> read(Path list) throws IOException {
        if (!Files.exists(list)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(list);
        Path tar = home.resolve(lines.get(0) + ".tar");
        return Files.exists(tar)
                ? Optional.of(new Layer(tar, lines.get(0), lines.subList(1, lines.size())))
                : Optional.empty();
    }

    private Layer make(Product product, Path list) throws IOException {
        Path work = home.resolve("work");
        delete(work);
        Files.createDirectory(work);
        Path archive = work.resolve("layer.tar");
        List<String> lines = new ArrayList<>();
        MessageDigest sha256 = Digests.sha256();
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream out = new BufferedOutputStream(new DigestOutputStream(file, sha256), BUFFER);
                TarWriter tar = new TarWriter(out)) {
            lines.addAll(product.write(work, tar));
        }
        String digest = Digests.hex(sha256.digest());
        lines.add(0, digest);
        Files.move(archive, home.resolve(digest + ".tar"), StandardCopyOption.ATOMIC_MOVE);
        Path written = Files.write(work.resolve("list"), lines);
        Files.move(written, list, StandardCopyOption.ATOMIC_MOVE);
        delete(work);
        return read(list).orElseThrow();
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
