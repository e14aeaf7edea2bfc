package dev.netjig.reports.site;

import dev.netjig.reports.TestResult;
import dev.netjig.reports.TestRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the pages of the site. */
final class Site {

    private static final List<String> RESOURCES = List.of("site.css", "site.js");

    /** What an earlier run may have left in the site's folder, which also holds the table of scenarios. */
    private static final List<String> OWN = List.of("tests", "evidence", "allure", "index.html");

    private final Path directory;

    Site(Path directory) {
        this.directory = directory;
    }

    Path index() {
        return directory.resolve("index.html");
    }

    /** Removes the site of an earlier run. */
    void clear() throws IOException {
        Files.createDirectories(directory);
        for (String name : OWN) {
            delete(directory.resolve(name));
        }
    }

    void write(SiteData data) throws IOException {
        for (String resource : RESOURCES) {
            try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(resource), resource)) {
                Files.write(directory.resolve(resource), in.readAllBytes());
            }
        }
        Path tests = Files.createDirectories(directory.resolve("tests"));
        Map<String, TestResult> scenarioOf = data.scenarioOf();
        for (TestRun run : data.told()) {
            Files.writeString(
                    tests.resolve(Slug.of(run.uniqueId()) + ".html"),
                    TestPage.render(
                            run, Optional.ofNullable(scenarioOf.get(run.uniqueId())), data.evidenceOf(run.uniqueId())));
        }
        Files.writeString(index(), OverviewPage.render(data));
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(path)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
