package dev.netjig.kernel.libc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JffiLibraryTests {

    /** Process ids end at 4194304. */
    private static final long NOBODY = 99_999_999;

    /** Otherwise the library that these tests unpack could be taken for the one to be loaded. */
    @BeforeAll
    static void load_the_library_first() {
        Sys.initialise();
    }

    @Test
    void the_library_is_there_until_it_is_removed(@TempDir Path temp) {
        JffiLibrary library = JffiLibrary.unpack(temp);
        assertThat(temp).isDirectoryRecursivelyContaining("glob:**/libjffi-1.2.so");

        library.remove();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void what_a_killed_jvm_left_is_removed_by_the_next(@TempDir Path temp) throws Exception {
        Path ofTheDead = Files.createDirectory(temp.resolve("netjig-jffi-" + NOBODY + "-a1b2"));
        Files.createFile(ofTheDead.resolve("libjffi-1.2.so"));
        Path ofTheLiving = Files.createDirectory(
                temp.resolve("netjig-jffi-" + ProcessHandle.current().pid() + "-a1b2"));
        Path ofOthers = Files.createFile(temp.resolve("netjig-jffi"));

        JffiLibrary.unpack(temp).remove();

        assertThat(temp).isDirectoryContaining(ofTheLiving::equals).isDirectoryContaining(ofOthers::equals);
        assertThat(ofTheDead).doesNotExist();
    }
}
