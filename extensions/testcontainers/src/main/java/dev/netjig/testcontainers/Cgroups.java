package dev.netjig.testcontainers;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control groups that an engine makes for its containers, in version 1 below each controller. */
final class Cgroups {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    /** How long the kernel may take to notice that the last process of a group has ended. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Cgroups() {}

    /** Removes {@code group} and those in it. A group in which something still runs stays. */
    static void remove(String group) {
        for (Path found : find(group)) {
            Patience.until(LIMIT, () -> removed(found));
        }
    }

    /** Where {@code group} is. */
    static List<Path> find(String group) {
        List<Path> hierarchies = new ArrayList<>(List.of(ROOT));
        File[] below = ROOT.toFile().listFiles(File::isDirectory);
        if (below != null) {
            for (File each : below) {
                hierarchies.add(each.toPath());
            }
        }
        return hierarchies.stream()
                .map(hierarchy -> hierarchy.resolve(group))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The files in the directory of a group go with it. */
    private static boolean removed(Path group) {
        try {
            Files.walkFileTree(group, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
            return true;
        } catch (IOException busy) {
            return !Files.exists(group);
        }
    }
}
