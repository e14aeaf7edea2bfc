package dev.netjig.suites.scenario;

import dev.netjig.reports.ResultFiles;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the result of each test that has a {@link Scenario} for the report. JUnit finds it by itself; it writes into the
 * directory that the system property {@code netjig.scenarios} names, and nothing without one, as in an IDE.
 */
public final class ScenarioListener implements TestExecutionListener {

    /** The key of the report entries that carry a proven cause each. */
    static final String CAUSE = "netjig.cause";

    private final Consumer<TestResult> results;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, List<String>> causes = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;

    public ScenarioListener() {
        this(writer(System.getProperty("netjig.scenarios", "")));
    }

    ScenarioListener(Consumer<TestResult> results) {
        this.results = results;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.currentTimeMillis());
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String cause = entry.getKeyValuePairs().get(CAUSE);
        if (cause != null) {
            causes.computeIfAbsent(test.getUniqueId(), id -> new CopyOnWriteArrayList<>())
                    .add(cause);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        affected(test).forEach(one -> record(one, one, Status.SKIPPED, reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Status status = switch (result.getStatus()) {
            case SUCCESSFUL -> Status.PASSED;
            case ABORTED -> Status.SKIPPED;
            case FAILED -> Status.FAILED;
        };
        String message = result.getThrowable().map(ScenarioListener::message).orElse("");
        if (test.isTest()) {
            record(test, test, status, message);
        } else if (status != Status.PASSED) {
            affected(test).forEach(one -> record(one, test, status, message));
        }
    }

    /** The tests that a class or a template takes with it; itself where there are none yet. */
    private List<TestIdentifier> affected(TestIdentifier test) {
        List<TestIdentifier> inside = test.isTest()
                ? List.of()
                : Stream.ofNullable(plan)
                        .flatMap(all -> all.getDescendants(test).stream())
                        .filter(one -> one.isTest() || isTemplate(one))
                        .filter(one -> !started.containsKey(one.getUniqueId()))
                        .toList();
        return inside.isEmpty() ? List.of(test) : inside;
    }

    /** A parameterised method before its first invocation. */
    private boolean isTemplate(TestIdentifier test) {
        return plan != null
                && plan.getChildren(test).isEmpty()
                && ScenarioOfTest.method(test).isPresent();
    }

    /** @param timed what ran: the test, or the class around it that failed before */
    private void record(TestIdentifier test, TestIdentifier timed, Status status, String message) {
        Optional<ScenarioOfTest> found = ScenarioOfTest.of(test, Optional.ofNullable(plan));
        long start = started.getOrDefault(timed.getUniqueId(), 0L);
        long duration = start == 0 || !test.equals(timed) ? 0 : System.currentTimeMillis() - start;
        found.ifPresent(scenario -> results.accept(new TestResult(
                scenario.scenario().id(),
                scenario.scenario().title(),
                scenario.chapter(),
                scenario.test(),
                test.getUniqueId(),
                status,
                start,
                duration,
                causes.getOrDefault(test.getUniqueId(), List.of()),
                message)));
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
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
