package dev.netjig.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTests {

    @TempDir
    private Path directory;

    @Test
    void a_result_is_read_as_it_was_written() throws IOException {
        TestResult result = Results.passed("B1", "FORWARD DROP → loss", "\"quoted\"\nname", "cause");
        write("results-1.jsonl", ResultFiles.line(result) + "\n");

        assertThat(read()).containsExactly(result);
    }

    @Test
    void a_line_has_these_fields() {
        TestResult result = Results.failed("B1", "FORWARD DROP", "red", "line 1\nline 2");

        assertThat(ResultFiles.line(result))
                .isEqualTo("{\"scenario\":\"B1\",\"title\":\"FORWARD DROP\","
                        + "\"chapter\":\"two namespaces on a bridge\",\"test\":\"red\",\"uniqueId\":\"[red]\","
                        + "\"status\":\"FAILED\",\"startMillis\":1000,\"durationMillis\":250,\"causes\":[],"
                        + "\"message\":\"line 1\\nline 2\"}");
    }

    @Test
    void unknown_fields_are_passed_over_and_absent_ones_have_defaults() throws IOException {
        write("results-1.jsonl", "{\"scenario\":\"B1\",\"status\":\"PASSED\",\"picture\":{\"svg\":[1]}}\n");

        assertThat(read()).containsExactly(new TestResult("B1", "", "", "", "", Status.PASSED, 0, 0, List.of(), ""));
    }

    @Test
    void all_files_of_all_directories_are_read() throws IOException {
        write("a/results-1.jsonl", "{\"scenario\":\"A1\",\"status\":\"PASSED\"}\n\n");
        write("a/results-2.jsonl", "{\"scenario\":\"A2\",\"status\":\"PASSED\"}\n");
        write("a/notes.txt", "none of ours\n");
        write("b/results-1.jsonl", "{\"scenario\":\"B1\",\"status\":\"PASSED\"}\n");

        List<TestResult> results = ResultFiles.read(List.of(directory.resolve("a"), directory.resolve("b")));

        assertThat(results).extracting(TestResult::scenario).containsExactly("A1", "A2", "B1");
    }

    @Test
    void the_results_of_shards_that_share_a_directory_are_read() throws IOException {
        write("2/results-17.jsonl", "{\"scenario\":\"B1\",\"status\":\"PASSED\"}\n");
        write("1/suites/results-17.jsonl", "{\"scenario\":\"A1\",\"status\":\"PASSED\"}\n");

        assertThat(read()).extracting(TestResult::scenario).containsExactly("A1", "B1");
    }

    @Test
    void a_directory_that_does_not_exist_has_no_results() throws IOException {
        assertThat(ResultFiles.read(List.of(directory.resolve("absent")))).isEmpty();
    }

    @Test
    void a_line_that_was_cut_off_is_named() throws IOException {
        Path file = write("results-1.jsonl", "{\"scenario\":\"A1\",\"status\":\"PASSED\"}\n{\"scenario\":\"A");

        assertThatThrownBy(this::read)
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(file + ", line 2: no result of a test (")
                .hasMessageEndingWith("). Was the run interrupted? Run the tests again.");
    }

    @Test
    void a_result_without_a_scenario_is_named() throws IOException {
        Path file = write("results-1.jsonl", "{\"status\":\"PASSED\"}\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith(file + ", line 1: no result of a test (");
    }

    private List<TestResult> read() throws IOException {
        return ResultFiles.read(List.of(directory));
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
