package dev.netjig.testcontainers.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Makes layers from recipes, each once: they stay in the user's cache directory, named by their content, with a list of
 * what they are made of. Deleting that directory makes them anew.
 */
final class Workshop {

    /** As Debian since 12 has it: /bin is /usr/bin. Older packages have files in both. */
    private static final Pattern OUTSIDE_USR = Pattern.compile("(bin|sbin|lib|lib32|lib64|libx32)(/.*)?");

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

    /** The layer of a recipe, from the cache if it is there. */
    Layer make(Recipe recipe) {
        synchronized (ONE_OF_THIS_JVM) {
            try {
                Files.createDirectories(home);
                Path list = home.resolve(recipe.key() + ".packages");
                Optional<Layer> kept = read(list);
                if (kept.isPresent()) {
                    return kept.get();
                }
                try (FileChannel channel =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    // Closing the channel ends the lock, which keeps other JVMs out.
                    channel.lock();
                    Optional<Layer> meanwhile = read(list);
                    return meanwhile.isPresent() ? meanwhile.get() : make(recipe, list);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make a layer of " + recipe.packages() + " in " + home, e);
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

    private Layer make(Recipe recipe, Path list) throws IOException {
        Path work = home.resolve("work");
        delete(work);
        Files.createDirectory(work);
        List<Path> packages = Distribution.download(recipe.packages(), work).stream()
                .filter(file -> !name(file).matches(recipe.leftOut()))
                .toList();
        Path tar = work.resolve("layer.tar");
        String digest = write(recipe, packages, tar);
        List<String> lines = new ArrayList<>(List.of(digest));
        packages.forEach(file -> lines.add(name(file) + "=" + version(file)));
        Files.move(tar, home.resolve(digest + ".tar"), StandardCopyOption.ATOMIC_MOVE);
        Path written = Files.write(work.resolve("list"), lines);
        Files.move(written, list, StandardCopyOption.ATOMIC_MOVE);
        delete(work);
        return read(list).orElseThrow();
    }

    private static String write(Recipe recipe, List<Path> packages, Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (OutputStream out =
                        new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16);
                TarWriter tar = new TarWriter(out)) {
            for (Extra extra : recipe.extras()) {
                if (extra.kind() != Extra.Kind.LINK) {
                    tar.add(extra);
                }
            }
            for (Path each : packages) {
                unpack(recipe, each, tar);
            }
            // The tools of busybox come last: a package's own go before them.
            for (Extra extra : recipe.extras()) {
                tar.add(extra);
            }
        }
        return Digests.hex(digest.digest());
    }

    /** {@code dpkg-deb --fsys-tarfile} knows each compression; none of the package's scripts is run. */
    private static void unpack(Recipe recipe, Path file, TarWriter tar) throws IOException {
        Process process = new ProcessBuilder("dpkg-deb", "--fsys-tarfile", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = process.getInputStream();
                TarArchiveInputStream in = new TarArchiveInputStream(output)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String path = inUsr(entry.getName());
                if (!path.isEmpty() && recipe.wants(path, name(file))) {
                    String link = entry.isLink() ? inUsr(entry.getLinkName()) : entry.getLinkName();
                    tar.copy(entry, path, link, in);
                }
            }
            output.transferTo(OutputStream.nullOutputStream());
        }
        if (Distribution.await(process) != 0) {
            throw new ImageException("dpkg-deb cannot read " + file, "run again; the file was downloaded just now");
        }
    }

    private static String inUsr(String path) {
        String relative = path.replaceFirst("^\\.?/", "");
        return OUTSIDE_USR.matcher(relative).matches() ? "usr/" + relative : relative;
    }

    private static String name(Path deb) {
        return String.valueOf(deb.getFileName()).replaceFirst("_.*", "");
    }

    private static String version(Path deb) {
        return URLDecoder.decode(
                String.valueOf(deb.getFileName()).split("_", -1)[1].replace("+", "%2b"), StandardCharsets.UTF_8);
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
