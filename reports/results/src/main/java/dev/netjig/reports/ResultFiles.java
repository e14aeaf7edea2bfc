package dev.netjig.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files through which the tests hand over their results: {@code *.jsonl}, one result a line. */
public final class ResultFiles {

    private static final String SUFFIX = ".jsonl";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private ResultFiles() {}

    /** A file of this JVM's own in {@code directory}: several may write at once. */
    public static Path forThisJvm(Path directory) {
        return directory.resolve("results-" + ProcessHandle.current().pid() + SUFFIX);
    }

    /** The line for {@code result}, without the line's end. */
    public static String line(TestResult result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All results in {@code directories} and below, as those of several shards; one that does not exist has none.
     *
     * @throws ReportException naming file and line, when a line is no result
     */
    public static List<TestResult> read(List<Path> directories) throws IOException {
        List<TestResult> results = new ArrayList<>();
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                readFile(file, results);
            }
        }
        return results;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static void readFile(Path file, List<TestResult> results) throws IOException {
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                results.add(JSON.readValue(line, TestResult.class));
            } catch (JsonProcessingException e) {
                throw new ReportException(
                        file + ", line " + number + ": no result of a test (" + e.getOriginalMessage()
                                + "). Was the run interrupted? Run the tests again.",
                        e);
            }
        }
    }
}
