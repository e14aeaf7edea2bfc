package dev.netjig.suites.scenario;

import dev.netjig.reports.ResultFiles;
import dev.netjig.reports.TestResult;
import dev.netjig.reports.run.Ended;
import dev.netjig.reports.run.EndedTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * Writes the result of each test that has a {@link Scenario} for the report. JUnit finds it by itself; it writes into the
 * directory that the system property {@code netjig.scenarios} names, and nothing without one, as in an IDE.
 */
public final class ScenarioListener extends EndedTests {

    private final Consumer<TestResult> results;

    public ScenarioListener() {
        this(writer(System.getProperty("netjig.scenarios", "")));
    }

    ScenarioListener(Consumer<TestResult> results) {
        this.results = results;
    }

    @Override
    protected void ended(Ended ended) {
        ScenarioOfTest.of(ended.test(), ended.plan())
                .ifPresent(scenario -> results.accept(new TestResult(
                        scenario.scenario().id(),
                        scenario.scenario().title(),
                        scenario.chapter(),
                        scenario.test(),
                        ended.test().getUniqueId(),
                        ended.status(),
                        ended.startMillis(),
                        ended.durationMillis(),
                        ended.causes(),
                        ended.message())));
    }

    private static Consumer<TestResult> writer(String directory) {
        if (directory.isEmpty()) {
            return result -> {};
        }
        Path file = ResultFiles.forThisJvm(Path.of(directory));
        return result -> append(file, ResultFiles.line(result));
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the result of a scenario to " + file, e);
        }
    }
}
