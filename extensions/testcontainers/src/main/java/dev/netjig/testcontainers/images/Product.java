package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a {@link Workshop} makes an archive of, and keeps. */
sealed interface Product permits Recipe, NpmIndex {

    /** All that the archive depends on but the versions of what is in it, which are those of the day it is made. */
    String key();

    /**
     * Writes the archive.
     *
     * @param work an empty directory, which is removed afterwards
     * @return what it is made of, each {@code name=version}
     */
    List<String> write(Path work, TarWriter tar) throws IOException;
}
