package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What an npm registry has that knows some packages, and what they depend on.
 *
 * @param specs each {@code name@version}
 */
record NpmIndex(List<String> specs) implements Product {

    /** To be raised when the same packages make another archive. */
    private static final int FORMAT = 1;

    NpmIndex {
        specs = List.copyOf(specs);
    }

    @Override
    public String key() {
        return Digests.sha256(FORMAT + " " + this);
    }

    @Override
    public List<String> write(Path work, TarWriter tar) throws IOException {
        return Npm.registry(specs, work, tar);
    }
}
