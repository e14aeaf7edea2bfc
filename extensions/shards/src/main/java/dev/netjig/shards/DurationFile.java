package dev.netjig.shards;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long the tests of each class take: lines of a top-level class, a tab and milliseconds. */
final class DurationFile {

    private static final Pattern LINE = Pattern.compile("(\\S+)\\t(\\d{1,15})");

    private final Path path;

    DurationFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    SortedMap<String, Long> read() throws IOException {
        SortedMap<String, Long> millis = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(path)) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                millis.put(matcher.group(1), Long.parseLong(matcher.group(2)));
            } else if (!line.isBlank()) {
                throw ShardException.notAllowed(
                        path + ", line " + number, line, "a class, a tab and a whole number of milliseconds");
            }
        }
        return millis;
    }

    /**
     * Writes {@code measured} over what the file has of these classes and leaves the others. Several threads and JVMs may do
     * so at once, by a lock on a file beside it, and whoever reads sees the old file or the new one.
     */
    void merge(Map<String, Long> measured) throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        // A lock on a file is one of the JVM's, and keeps no thread of it out.
        synchronized (DurationFile.class) {
            try (FileChannel channel =
                    FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                SortedMap<String, Long> millis = Files.exists(path) ? read() : new TreeMap<>();
                millis.putAll(measured);
                Path next = Files.writeString(beside(".next"), text(millis));
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling("." + path.getFileName() + suffix);
    }

    private static String text(SortedMap<String, Long> millis) {
        return millis.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationFile file && file.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
