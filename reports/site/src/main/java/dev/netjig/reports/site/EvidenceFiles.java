package dev.netjig.reports.site;

import dev.netjig.reports.run.RunFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies what tests have published into the site, so that the folder is whole. */
final class EvidenceFiles {

    /** What is longer is for an editor. */
    private static final long LONGEST_TEXT = 100_000;

    /** JSON is for programs. */
    private static final Set<String> TEXTS = Set.of("txt", "sh", "mmd", "dot", "md", "log", "conf", "nft");

    private final Path site;

    EvidenceFiles(Path site) {
        this.site = site;
    }

    /** By test, each in the order of {@link Evidence.Kind}. A file that is gone is left out. */
    Map<String, List<Evidence>> copy(List<RunFile> files) throws IOException {
        Map<String, List<Evidence>> byTest = new LinkedHashMap<>();
        for (RunFile file : files) {
            Path from = Path.of(file.path());
            if (Files.isRegularFile(from)) {
                byTest.computeIfAbsent(file.uniqueId(), id -> new ArrayList<>()).add(copy(file, from));
            }
        }
        byTest.values().forEach(all -> all.sort(Comparator.comparing(Evidence::kind)));
        return byTest;
    }

    private Evidence copy(RunFile file, Path from) throws IOException {
        String name = from.getFileName().toString();
        Path to = site.resolve("evidence").resolve(Slug.of(file.uniqueId())).resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        long size = Files.size(to);
        return new Evidence(
                name,
                site.relativize(to).toString(),
                Evidence.Kind.of(name, file.mediaType()),
                size,
                isText(name) && size <= LONGEST_TEXT ? text(to) : "");
    }

    private static boolean isText(String name) {
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // whatever its name says
        }
    }
}
