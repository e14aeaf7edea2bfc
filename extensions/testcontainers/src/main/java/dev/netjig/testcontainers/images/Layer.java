package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A layer that lies in the cache.
 *
 * @param tar the archive, not compressed
 * @param diffId the hexadecimal SHA-256 of it, which is its name too
 * @param packages what it is made of, each {@code name=version}
 */
record Layer(Path tar, String diffId, List<String> packages) {

    /** In bytes. */
    long size() {
        try {
            return Files.size(tar);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + tar, e);
        }
    }
}
