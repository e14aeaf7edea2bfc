package dev.netjig.reports.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a build of several modules has its files.
 *
 * @param modules the directories of its modules
 * @param target where each of them builds to, relative to itself
 * @param begin what is older is of another build
 */
record Build(Path project, List<Path> modules, String target, Instant begin) {

    private static final int DEPTH = 3;

    Build {
        modules = List.copyOf(modules);
    }

    /** The modules below {@code project}. */
    static Build of(Path project, String target, Instant begin) throws IOException {
        try (Stream<Path> files = Files.find(
                project, DEPTH, (path, attributes) -> attributes.isRegularFile() && path.endsWith("pom.xml"))) {
            return new Build(project, files.map(Path::getParent).sorted().toList(), target, begin);
        }
    }

    Path report() {
        return project.resolve(target).resolve("report");
    }

    /** For what is needed to make the report. */
    Path work() {
        return project.resolve(target).resolve("report-work");
    }

    List<Path> results() {
        return inEach("results");
    }

    List<Path> scenarios() {
        return inEach("scenarios");
    }

    List<Path> allureResults() {
        return inEach("allure-results");
    }

    private List<Path> inEach(String directory) {
        return modules.stream()
                .map(module -> module.resolve(target).resolve(directory))
                .toList();
    }
}
