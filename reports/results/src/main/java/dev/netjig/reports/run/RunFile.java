package dev.netjig.reports.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a test published.
 *
 * @param uniqueId of the test, or of the class that published it
 * @param path an absolute path
 * @param mediaType {@code image/svg+xml}; empty if it gave none
 */
public record RunFile(String uniqueId, String path, String mediaType) {

    public RunFile(@Nullable String uniqueId, @Nullable String path, @Nullable String mediaType) {
        this.uniqueId = Objects.requireNonNull(uniqueId, "uniqueId");
        this.path = Objects.requireNonNull(path, "path");
        this.mediaType = mediaType == null ? "" : mediaType;
    }
}
