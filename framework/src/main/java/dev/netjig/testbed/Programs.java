package dev.netjig.testbed;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this machine. */
public final class Programs {

    private Programs() {}

    /**
     * Where a program is: {@code command -v PROGRAM}.
     *
     * @param further directories that are looked into after those of the {@code PATH}; an ordinary user's has no sbin
     */
    public static Optional<Path> find(String program, String... further) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of(further))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
