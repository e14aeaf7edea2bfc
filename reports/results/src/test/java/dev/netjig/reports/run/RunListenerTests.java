package dev.netjig.reports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.reports.Outcome;
import dev.netjig.reports.Paint;
import dev.netjig.reports.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RunListenerTests {

    @TempDir
    private Path directory;

    @Test
    void each_test_has_its_line_whatever_became_of_it() throws IOException {
        run();

        assertThat(RunFiles.read(List.of(directory), Instant.EPOCH).tests())
                .extracting(TestRun::test, TestRun::outcome)
                .containsExactlyInAnyOrder(
                        tuple("proves a cause", Outcome.PROVEN),
                        tuple("fails", Outcome.FAILED),
                        tuple("is skipped", Outcome.SKIPPED),
                        tuple("has two: number 1", Outcome.PASSED),
                        tuple("has two: number 2", Outcome.PASSED));
    }

    @Test
    void what_is_older_than_the_build_is_left_out() throws IOException {
        run();

        assertThat(RunFiles.read(List.of(directory), Instant.now().plusSeconds(60))
                        .tests())
                .isEmpty();
    }

    @Test
    void a_jvm_that_came_to_its_end_says_so() throws IOException {
        run();

        assertThat(RunFiles.read(List.of(directory), Instant.EPOCH).jvms())
                .singleElement()
                .satisfies(jvm -> {
                    assertThat(jvm.module()).isEqualTo("the-module");
                    assertThat(jvm.endMillis()).isPositive();
                });
    }

    @Test
    void a_failure_is_told_at_once_and_a_line_closes() {
        assertThat(run())
                .contains("FAILED  RunListenerTests$SampleTestCase > fails\n    boom\n")
                .contains("the-module: 5 tests, 1 failed, 1 skipped in ")
                .doesNotContain("\u001b");
    }

    @Test
    void without_a_directory_nothing_is_written() throws IOException {
        AtomicReference<TestPlan> first = new AtomicReference<>();
        launch(new RunListener("", "none", () -> screen(new ByteArrayOutputStream()), first));

        assertThat(first).hasValue(null);
        assertThat(RunFiles.read(List.of(directory), Instant.EPOCH).tests()).isEmpty();
    }

    private String run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        launch(new RunListener(directory.toString(), "the-module", () -> screen(out), new AtomicReference<>()));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Screen screen(ByteArrayOutputStream out) {
        return new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), false, Paint.PLAIN, 79);
    }

    private static void launch(RunListener listener) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(SampleTestCase.class))
                        .build());
    }

    static class SampleTestCase {

        @Test
        void proves_a_cause(TestReporter reporter) {
            reporter.publishEntry(EndedTests.CAUSE, "it was dropped");
        }

        @Test
        void fails() {
            throw new AssertionError("boom");
        }

        @Test
        @Disabled("rain")
        void is_skipped() {}

        @ParameterizedTest(name = "number {0}")
        @ValueSource(ints = {1, 2})
        void has_two(int number) {}
    }
}
