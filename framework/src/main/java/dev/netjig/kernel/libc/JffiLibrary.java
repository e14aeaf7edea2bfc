package dev.netjig.kernel.libc;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import jnr.ffi.LibraryLoader;
import org.jspecify.annotations.Nullable;

/**
 * jffi's native library, unpacked from its jar for the moment of loading it.
 *
 * <p>jffi would do this itself, but a JVM that is killed meanwhile would leave a file behind for ever, and its search for
 * the library takes a third of the time that the C library needs to load. This one leaves a directory that names its
 * process, which the next JVM removes. Wherever anything is not as expected here, jffi does it its own way.
 */
final class JffiLibrary {

    private static final String DIRECTORY = "jffi.boot.library.path";
    private static final String PREFIX = "netjig-jffi-";
    private static final String FILE = "libjffi-1.2.so";

    private final @Nullable Path directory;

    private JffiLibrary(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Has jffi load the unpacked library when it is first used, which must be before {@link #remove}. */
    static JffiLibrary unpack() {
        return unpack(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static JffiLibrary unpack(Path temp) {
        try {
            removeThoseOfTheDead(temp.toFile());
            return new JffiLibrary(System.getProperty(DIRECTORY) == null ? unpackInto(temp) : null);
        } catch (IOException | SecurityException unusual) {
            return new JffiLibrary(null);
        }
    }

    /** Removes the file, which nobody needs once it is loaded. */
    void remove() {
        if (directory != null) {
            System.clearProperty(DIRECTORY);
            remove(directory.toFile());
        }
    }

    private static @Nullable Path unpackInto(Path temp) throws IOException {
        Optional<String> platform = platform();
        if (platform.isEmpty()) {
            return null;
        }
        ClassLoader loader = LibraryLoader.class.getClassLoader();
        try (InputStream packed = loader.getResourceAsStream("jni/" + platform.get() + "/" + FILE)) {
            if (packed == null) {
                return null;
            }
            String name = PREFIX + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
            Path directory = Files.createDirectory(
                    temp.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.copy(packed, directory.resolve(FILE));
            System.setProperty(DIRECTORY, directory.toString());
            return directory;
        }
    }

    private static Optional<String> platform() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of("x86_64-Linux");
            case "aarch64" -> Optional.of("aarch64-Linux");
            default -> Optional.empty();
        };
    }

    private static void removeThoseOfTheDead(File temp) {
        String[] names = temp.list((parent, name) -> name.startsWith(PREFIX));
        if (names == null) {
            return;
        }
        for (String name : names) {
            int end = name.indexOf('-', PREFIX.length());
            if (end > 0 && !new File("/proc", name.substring(PREFIX.length(), end)).exists()) {
                remove(new File(temp, name));
            }
        }
    }

    /** What cannot be removed is somebody else's, or gone. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void remove(File directory) {
        new File(directory, FILE).delete();
        directory.delete();
    }
}
