package dev.netjig.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of this JVM's engines, {@code netjig-engines-PID-RANDOM} in the directory for temporary files; the control
 * groups of their containers have the same name. The JVM holds a lock on a file in it, which the kernel releases at its
 * death, however it dies: what has no holder is removed by the next JVM that starts an engine.
 */
final class Lair {

    static final String PREFIX = "netjig-engines-";

    private static final String OWNER = "owner";

    private static @Nullable Lair instance;

    private final Path directory;
    private final FileChannel owner;
    private int engines;
    private int numbers;

    private Lair(Path directory, FileChannel owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** The place of one engine. */
    record Den(Path directory, String cgroup) {}

    /** A place for one more engine; the first call removes what dead JVMs have left. */
    static synchronized Den enter() {
        try {
            Lair lair = instance;
            if (lair == null) {
                removeLeftOvers();
                lair = create();
                instance = lair;
            }
            lair.engines++;
            String number = String.valueOf(++lair.numbers);
            Path den = Files.createDirectory(lair.directory.resolve(number));
            return new Den(den, lair.directory.getFileName() + "/" + number);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory for an engine in " + temporary(), e);
        }
    }

    /** Removes an engine's place; all of its processes have ended. */
    static synchronized void leave(Den den) {
        Lair lair = instance;
        if (lair == null) {
            return;
        }
        lair.engines--;
        try {
            Cgroups.remove(den.cgroup());
            delete(den.directory());
            if (lair.engines == 0) {
                instance = null;
                Cgroups.remove(String.valueOf(lair.directory.getFileName()));
                delete(lair.directory);
                lair.owner.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + den.directory(), e);
        }
    }

    private static Lair create() throws IOException {
        String name =
                PREFIX + ProcessHandle.current().pid() + "-" + HexFormat.of().toHexDigits(new Random().nextInt());
        // Under its own name only once it is locked: nobody takes it for a dead JVM's.
        Path unlocked = Files.createDirectory(
                temporary().resolve("." + name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel =
                FileChannel.open(unlocked.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new Lair(Files.move(unlocked, temporary().resolve(name)), channel);
    }

    private static void removeLeftOvers() throws IOException {
        List<Path> lairs = new ArrayList<>();
        try (Stream<Path> all = Files.list(temporary())) {
            all.filter(path -> String.valueOf(path.getFileName()).startsWith(PREFIX))
                    .forEach(lairs::add);
        }
        for (Path lair : lairs) {
            removeIfDead(lair);
        }
    }

    private static void removeIfDead(Path lair) throws IOException {
        try (FileChannel channel = FileChannel.open(lair.resolve(OWNER), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            EngineRoom.killAllIn(lair);
            Cgroups.remove(String.valueOf(lair.getFileName()));
            delete(lair);
        } catch (NoSuchFileException gone) {
            // Somebody else has removed it.
        }
    }

    private static Path temporary() {
        try {
            return Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no directory for temporary files", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
