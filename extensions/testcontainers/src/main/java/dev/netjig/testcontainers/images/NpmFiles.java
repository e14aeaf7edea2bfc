package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What an npm registry answers, read from the cache once. */
final class NpmFiles {

    private static final Map<Path, NpmFiles> READ = new ConcurrentHashMap<>();

    private final Map<String, byte[]> files = new HashMap<>();

    private NpmFiles(Path archive) {
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream in = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive, e);
        }
    }

    static NpmFiles of(Layer index) {
        return READ.computeIfAbsent(index.tar(), NpmFiles::new);
    }

    /** {@code express}, or {@code express/-/4.16.1.tgz}. */
    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
