package dev.netjig.reports.run;

import dev.netjig.reports.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Hears what becomes of each test, also of those that a class takes with it which is skipped or cannot be set up. */
public abstract class EndedTests implements TestExecutionListener {

    /** The key of the report entries that carry a proven cause each. */
    public static final String CAUSE = "netjig.cause";

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, List<String>> causes = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;

    /** Called once for each test, on any thread. */
    protected abstract void ended(Ended ended);

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
        affected(test).forEach(one -> tell(one, one, Status.SKIPPED, reason, Optional.empty()));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Status status = switch (result.getStatus()) {
            case SUCCESSFUL -> Status.PASSED;
            case ABORTED -> Status.SKIPPED;
            case FAILED -> Status.FAILED;
        };
        String message = result.getThrowable().map(EndedTests::message).orElse("");
        if (test.isTest()) {
            tell(test, test, status, message, result.getThrowable());
        } else if (status != Status.PASSED) {
            affected(test).forEach(one -> tell(one, test, status, message, result.getThrowable()));
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
        return plan != null && plan.getChildren(test).isEmpty() && TestWords.isMethod(test);
    }

    /** @param timed what ran: the test, or the class around it that failed before */
    private void tell(
            TestIdentifier test, TestIdentifier timed, Status status, String message, Optional<Throwable> failure) {
        long start = started.getOrDefault(timed.getUniqueId(), 0L);
        long duration = start == 0 || !test.equals(timed) ? 0 : System.currentTimeMillis() - start;
        ended(new Ended(
                test,
                Optional.ofNullable(plan),
                status,
                start,
                duration,
                causes.getOrDefault(test.getUniqueId(), List.of()),
                message,
                failure));
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
