package dev.netjig.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that namespaces are opened by. */
final class NetnsFiles {

    private NetnsFiles() {}

    /** @throws IllegalArgumentException if {@code file} is of the network that this JVM runs in */
    static void refuseMachinesOwn(String name, Path file) {
        try {
            if (Files.isSameFile(file, Path.of("/proc/self/ns/net"))) {
                throw new IllegalArgumentException("what is to be netns " + name
                        + " is the network of the machine itself, which netjig leaves alone");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** What is in a directory such as {@code /run/netns}, in words. */
    static String names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.isEmpty() ? "is none" : "are " + String.join(", ", names);
        }
    }
}
