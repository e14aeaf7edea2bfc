package dev.netjig.reports.run;

import dev.netjig.reports.Outcome;
import dev.netjig.reports.Paint;
import dev.netjig.reports.Status;
import dev.netjig.reports.TestRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes what becomes of each test of this JVM for the report, and tells how far the tests are. JUnit finds it by itself. It
 * does nothing unless the system property {@code netjig.results} names a directory, as Maven's build does for each module;
 * and nothing for tests that are started by tests.
 */
public final class RunListener extends EndedTests {

    static final String DIRECTORY = "netjig.results";
    static final String MODULE = "netjig.module";

    private static final int LONGEST_TRACE = 20_000;

    /** The first plan of this JVM; others that run beside it are those of tests that test tests. */
    private static final AtomicReference<TestPlan> FIRST = new AtomicReference<>();

    private final String directory;
    private final String module;
    private final Supplier<Screen> screen;
    private final AtomicReference<TestPlan> first;
    private volatile @Nullable Run run;

    /** What there is while tests run. */
    private record Run(TestPlan plan, RunFiles.Writers files, RunJvm jvm, Progress progress) {}

    /** JUnit creates it. */
    public RunListener() {
        this(System.getProperty(DIRECTORY, ""), System.getProperty(MODULE, "tests"), Screen::ofThisBuild, FIRST);
    }

    /** For tests that look at what others leave: writes into {@code directory}, and shows nothing. */
    public static RunListener into(Path directory, String module) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Screen dark = new Screen(nowhere, false, Paint.PLAIN, 0);
        return new RunListener(directory.toString(), module, () -> dark, new AtomicReference<>());
    }

    RunListener(String directory, String module, Supplier<Screen> screen, AtomicReference<TestPlan> first) {
        this.directory = directory;
        this.module = module;
        this.screen = screen;
        this.first = first;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        super.testPlanExecutionStarted(plan);
        if (directory.isEmpty() || !first.compareAndSet(null, plan)) {
            return;
        }
        try {
            RunFiles.Writers files = new RunFiles.Writers(Path.of(directory));
            Count count = new Count(plan);
            RunJvm jvm = jvm(count.known());
            files.jvm(jvm);
            run = new Run(plan, files, jvm, Progress.begin(module, count, screen.get()));
        } catch (IOException e) {
            first.set(null);
            throw new UncheckedIOException("cannot write the results of the tests into " + directory, e);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Run ending = run;
        if (ending == null) {
            return;
        }
        run = null;
        ending.progress().end();
        ending.files().jvm(ending.jvm().ended(System.currentTimeMillis()));
        first.compareAndSet(ending.plan(), null);
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        Run now = run;
        if (now != null) {
            now.progress().registered(test, now.plan().getParent(test));
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        Run now = run;
        if (now != null) {
            super.executionStarted(test);
            if (test.isTest()) {
                now.progress().started(TestWords.type(test, Optional.of(now.plan())));
            }
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (run != null) {
            super.executionSkipped(test, reason);
        }
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        Run now = run;
        if (now != null) {
            now.files()
                    .file(new RunFile(
                            test.getUniqueId(),
                            file.getPath().toAbsolutePath().toString(),
                            file.getMediaType().orElse("")));
        }
    }

    @Override
    protected void ended(Ended ended) {
        Run now = run;
        if (now != null) {
            TestRun test = result(ended, now.plan());
            now.files().test(test);
            now.progress().ended(test);
        }
    }

    private TestRun result(Ended ended, TestPlan plan) {
        Outcome outcome = Outcome.of(
                ended.status(),
                !ended.causes().isEmpty(),
                ended.failure().map(RunListener::classes).orElse(List.of()),
                ended.message());
        return new TestRun(
                module,
                TestWords.type(ended.test(), Optional.of(plan)),
                TestWords.of(ended.test(), Optional.of(plan)),
                ended.test().getUniqueId(),
                ended.status(),
                outcome,
                ended.startMillis(),
                ended.durationMillis(),
                ended.causes(),
                ended.message(),
                ended.status() == Status.FAILED
                        ? ended.failure().map(RunListener::trace).orElse("")
                        : "");
    }

    private static List<String> classes(Throwable failure) {
        List<String> classes = new ArrayList<>();
        for (Throwable at = failure; at != null && classes.size() < 20; at = at.getCause()) {
            classes.add(at.getClass().getName());
            for (Throwable suppressed : at.getSuppressed()) {
                classes.add(suppressed.getClass().getName());
            }
        }
        return classes;
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        String trace = text.toString();
        return trace.length() <= LONGEST_TRACE ? trace : trace.substring(0, LONGEST_TRACE) + "…";
    }

    private RunJvm jvm(long planned) {
        return new RunJvm(
                module,
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                junit(),
                Boolean.getBoolean("netjig.strict"),
                planned,
                System.currentTimeMillis(),
                0);
    }

    /** Jupiter's version, or that of the platform where there is no Jupiter. */
    private static String junit() {
        Package api;
        try {
            api = Class.forName("org.junit.jupiter.api.Test").getPackage();
        } catch (ClassNotFoundException e) {
            api = TestPlan.class.getPackage();
        }
        String version = api.getImplementationVersion();
        return version == null ? "" : version;
    }
}
