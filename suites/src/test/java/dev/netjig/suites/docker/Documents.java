package dev.netjig.suites.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The directory of a document's Dockerfile, which its reader may change. */
public final class Documents {

    private Documents() {}

    /**
     * Copies a directory of resources.
     *
     * @param chapter a class in the package whose resources it belongs to
     * @return {@code into}
     */
    public static Path copy(Class<?> chapter, String name, Path into) {
        URL found = Objects.requireNonNull(chapter.getResource(name), name);
        try {
            Path from = Path.of(found.toURI());
            try (Stream<Path> all = Files.walk(from)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    Path to = into.resolve(from.relativize(each).toString());
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.copy(each, to);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + name + " to " + into, e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
        return into;
    }

    /** Replaces a text in a file, as an editor does. */
    public static void edit(Path file, String text, String by) {
        try {
            String before = Files.readString(file);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " does not contain " + text);
            }
            Files.writeString(file, before.replace(text, by));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot edit " + file, e);
        }
    }
}
