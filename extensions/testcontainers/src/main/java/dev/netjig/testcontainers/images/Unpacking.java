package dev.netjig.testcontainers.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Copies the files of packages into a layer. None of the packages' scripts is run. */
final class Unpacking {

    /** As Debian since 12 has it: /bin is /usr/bin. Older packages have files in both. */
    private static final Pattern OUTSIDE_USR = Pattern.compile("(bin|sbin|lib|lib32|lib64|libx32)(/.*)?");

    private Unpacking() {}

    /** {@code dpkg-deb --fsys-tarfile} knows each compression. */
    static void deb(Recipe recipe, Path file, TarWriter tar) throws IOException {
        Process process = new ProcessBuilder("dpkg-deb", "--fsys-tarfile", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream output = process.getInputStream();
                TarArchiveInputStream in = new TarArchiveInputStream(output)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String path = inUsr(entry.getName());
                if (!path.isEmpty() && recipe.wants(path, name(file))) {
                    String link = entry.isLink() ? inUsr(entry.getLinkName()) : entry.getLinkName();
                    tar.copy(entry, path, link, in);
                }
            }
            output.transferTo(OutputStream.nullOutputStream());
        }
        if (Programs.await(process) != 0) {
            throw new ImageException("dpkg-deb cannot read " + file, "run again; the file was downloaded just now");
        }
    }

    /** An archive of npm, all of which is in one directory. */
    static void tgz(NpmPackage recipe, Path file, TarWriter tar) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String path = entry.getName().replaceFirst("^[^/]*/", "");
                if (entry.isFile() && recipe.wants(path)) {
                    tar.copy(entry, recipe.directory() + "/" + path, "", in);
                }
            }
        }
    }

    static String name(Path deb) {
        return String.valueOf(deb.getFileName()).replaceFirst("_.*", "");
    }

    static String version(Path deb) {
        return URLDecoder.decode(
                String.valueOf(deb.getFileName()).split("_", -1)[1].replace("+", "%2b"), StandardCharsets.UTF_8);
    }

    private static String inUsr(String path) {
        String relative = path.replaceFirst("^\\.?/", "");
        return OUTSIDE_USR.matcher(relative).matches() ? "usr/" + relative : relative;
    }
}
