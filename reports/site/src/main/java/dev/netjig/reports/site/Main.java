package dev.netjig.reports.site;

import dev.netjig.reports.Overview;
import dev.netjig.reports.ReportException;
import dev.netjig.reports.ResultFiles;
import dev.netjig.reports.TestRun;
import dev.netjig.reports.run.RunFiles;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the site of a build from what the tests of all modules have left, and prints where it is. Exits with 0 also if tests
 * failed, for that has ended their module's build; with 1 if a part of the site could not be made and {@code netjig.strict}
 * is on.
 *
 * <pre>{@code
 * java dev.netjig.reports.site.Main <project> <target> <begin of the build> <Allure's command line> <history>
 * }</pre>
 */
public final class Main {

    private static final int ARGUMENTS = 5;
    private static final int INCOMPLETE = 1;
    private static final int NO_SITE = 2;

    private Main() {}

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** As {@link #main}, but returns the exit code. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length != ARGUMENTS) {
            err.println("usage: Main <project> <target> <begin of the build> <Allure's command line> <history>");
            return NO_SITE;
        }
        try {
            Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
            List<String> problems = make(
                    Build.of(project, arguments[1], Instant.parse(arguments[2])),
                    Path.of(arguments[3]),
                    project.resolve(arguments[4]),
                    out);
            problems.forEach(problem -> err.println("netjig: " + problem));
            return problems.isEmpty() || !Boolean.getBoolean("netjig.strict") ? 0 : INCOMPLETE;
        } catch (IOException | ReportException e) {
            err.println("netjig: cannot make the report: " + e);
            return NO_SITE;
        }
    }

    /** Returns what is missing. */
    static List<String> make(Build build, Path allureHome, Path history, PrintStream out) throws IOException {
        Site site = new Site(build.report());
        site.clear();
        RunFiles.Read read = RunFiles.read(build.results(), build.begin());
        Overview scenarios = Overview.of(ResultFiles.read(build.scenarios()));
        Map<String, List<Evidence>> evidence = new EvidenceFiles(build.report()).copy(read.files());
        Map<String, String> machine = Machine.facts(read.jvms());
        List<String> problems = new ArrayList<>();
        SiteData data =
                new SiteData(scenarios, read.tests(), evidence, read.jvms(), machine, Optional.empty(), List.of());
        Optional<String> allure = allure(build, allureHome, history, data, problems);
        site.write(new SiteData(scenarios, read.tests(), evidence, read.jvms(), machine, allure, problems));
        out.println("Report: " + site.index().toUri().toString().replaceFirst("^file:/(?!/)", "file:///"));
        return problems;
    }

    private static Optional<String> allure(Build build, Path home, Path history, SiteData data, List<String> problems) {
        List<Path> results = build.allureResults();
        try {
            Map<String, TestRun> told =
                    data.told().stream().collect(Collectors.toMap(TestRun::uniqueId, run -> run, (one, other) -> one));
            for (Path directory : results) {
                AllureResults.complete(directory, told);
            }
            Allure allure = new Allure(home, results, build.work(), new AllureHistory(history));
            allure.generate(build.report().resolve("allure"), data.machine());
            return Optional.of("allure/index.html");
        } catch (Allure.Impossible | IOException e) {
            problems.add("There is no Allure report in this site: " + e.getMessage());
            return Optional.empty();
        }
    }
}
