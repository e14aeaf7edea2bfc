package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

    @TempDir
    private Path directory;

    @Test
    void passed_scenarios_succeed() throws IOException {
        Outcome outcome = report(Results.passed("A1", "x", "1"));

        assertThat(outcome.exit()).isEqualTo(Report.PASSED);
        assertThat(outcome.out()).contains("Scenarios: 1 passed, 0 failed, 0 skipped\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void a_failed_scenario_is_in_the_table_and_fails() throws IOException {
        Outcome outcome = report(Results.passed("A1", "x", "1"), Results.failed("A2", "y", "1", "m"));

        assertThat(outcome.exit()).isEqualTo(Report.FAILED);
        assertThat(outcome.out()).contains("  A2  FAILED   y");
        assertThat(outcome.err()).isEqualTo("netjig: failed: A2\n");
    }

    @Test
    void no_results_are_no_success() throws IOException {
        Outcome outcome = report();

        assertThat(outcome.exit()).isEqualTo(Report.NO_REPORT);
        assertThat(outcome.err()).startsWith("netjig: no scenario ran: there are no results in ");
    }

    @Test
    void skipped_scenarios_alone_are_no_success() throws IOException {
        Outcome outcome = report(Results.skipped("A1", "x", "1", "not root"));

        assertThat(outcome.exit()).isEqualTo(Report.NO_REPORT);
        assertThat(outcome.out()).contains("skipped: not root\n");
        assertThat(outcome.err()).isEqualTo("netjig: no scenario ran: all 1 were skipped, for the reasons above.\n");
    }

    @Test
    void unreadable_results_are_no_success() throws IOException {
        Files.writeString(directory.resolve("results-1.jsonl"), "{");

        Outcome outcome = make();

        assertThat(outcome.exit()).isEqualTo(Report.NO_REPORT);
        assertThat(outcome.err()).startsWith("netjig: " + directory.resolve("results-1.jsonl") + ", line 1: ");
    }

    @Test
    void the_report_is_a_text_and_a_json_file() throws IOException {
        report(Results.passed("A1", "x", "1", "cause"));

        assertThat(directory.resolve("report/scenarios.txt")).content().contains("  A1  passed   x");
        assertThat(directory.resolve("report/scenarios.json")).content().contains("\"verdict\" : \"PASSED\"");
    }

    private Outcome report(TestResult... results) throws IOException {
        Path file = ResultFiles.forThisJvm(directory);
        for (TestResult result : results) {
            Files.writeString(
                    file, ResultFiles.line(result) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return make();
    }

    private Outcome make() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                new Report(List.of(directory), directory.resolve("report"), Paint.PLAIN).make(stream(out), stream(err));
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private record Outcome(int exit, String out, String err) {}
}
