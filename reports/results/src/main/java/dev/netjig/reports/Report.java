package dev.netjig.reports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the tests' results, writes the report and prints the table. */
final class Report {

    /** Every scenario that ran passed. */
    static final int PASSED = 0;

    /** At least one scenario failed; the report is complete. */
    static final int FAILED = 1;

    /** There is nothing to report, which must never look like success. */
    static final int NO_REPORT = 2;

    private final List<Path> results;
    private final Path directory;
    private final Paint paint;

    /**
     * @param results directories with files of results
     * @param directory where the report is written to
     */
    Report(List<Path> results, Path directory, Paint paint) {
        this.results = List.copyOf(results);
        this.directory = directory;
        this.paint = paint;
    }

    /** Returns the exit code. */
    int make(PrintStream out, PrintStream err) throws IOException {
        Overview overview;
        try {
            overview = Overview.of(ResultFiles.read(results));
        } catch (ReportException broken) {
            err.println("netjig: " + broken.getMessage());
            return NO_REPORT;
        }
        if (overview.chapters().isEmpty()) {
            err.println("netjig: no scenario ran: there are no results in " + join(results)
                    + ". Are there tests with @Scenario, and were they selected?");
            return NO_REPORT;
        }
        write(overview);
        out.print(TextTable.render(overview, paint));
        Totals totals = overview.totals();
        if (totals.passed() + totals.failed() == 0) {
            err.println("netjig: no scenario ran: all " + totals.skipped() + " were skipped, for the reasons above.");
            return NO_REPORT;
        }
        if (totals.failed() > 0) {
            err.println("netjig: failed: " + String.join(", ", overview.failed()));
            return FAILED;
        }
        return PASSED;
    }

    private void write(Overview overview) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("scenarios.txt"), TextTable.render(overview, Paint.PLAIN));
        Files.writeString(directory.resolve("scenarios.json"), JsonReport.render(overview));
    }

    private static String join(List<Path> paths) {
        return String.join(", ", paths.stream().map(Path::toString).toList());
    }
}
