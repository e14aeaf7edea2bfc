package dev.netjig.testcontainers.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes an archive whose bytes depend on nothing but its entries. What is there already stays as it is. */
final class TarWriter implements AutoCloseable {

    private final TarArchiveOutputStream tar;
    private final Set<String> names = new HashSet<>();

    TarWriter(OutputStream out) {
        tar = new TarArchiveOutputStream(out);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    void add(Extra extra) throws IOException {
        switch (extra.kind()) {
            case DIRECTORY -> add(new TarArchiveEntry(extra.path()), extra.mode(), 0, InputStream.nullInputStream());
            case LINK -> link(extra.path(), TarConstants.LF_SYMLINK, extra.text());
            case FILE -> file(extra.path(), extra.mode(), extra.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    void file(String name, int mode, byte[] content) throws IOException {
        add(new TarArchiveEntry(name), mode, content.length, new ByteArrayInputStream(content));
    }

    void file(String name, int mode, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            add(new TarArchiveEntry(name), mode, Files.size(content), in);
        }
    }

    /** Adds an entry of another archive under a name of its own. */
    void copy(TarArchiveEntry entry, String name, String link, InputStream content) throws IOException {
        if (entry.isSymbolicLink()) {
            link(name, TarConstants.LF_SYMLINK, link);
        } else if (entry.isLink()) {
            link(name, TarConstants.LF_LINK, link);
        } else {
            add(new TarArchiveEntry(name), entry.getMode(), entry.getSize(), content);
        }
    }

    private void link(String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        add(entry, 0777, 0, InputStream.nullInputStream());
    }

    private void add(TarArchiveEntry entry, int mode, long size, InputStream content) throws IOException {
        if (!names.add(entry.getName())) {
            return;
        }
        parents(entry.getName());
        entry.setMode(mode);
        entry.setModTime(0);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }

    private void parents(String name) throws IOException {
        int slash = name.lastIndexOf('/', name.length() - 2);
        if (slash > 0) {
            String parent = name.substring(0, slash + 1);
            if (!names.contains(parent)) {
                add(Extra.directory(name.substring(0, slash), 0755));
            }
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
