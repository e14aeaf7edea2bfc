package dev.netjig.suites.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Twice in a row: what the first two hundred left, if anything, would meet the second. */
@Execution(ExecutionMode.SAME_THREAD)
class SameNamesInParallelTests {

    @RepeatedTest(2)
    void two_hundred_tests_with_the_same_names_pass_on_four_threads() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(SameNames.OpenTestCase.class), selectClass(SameNames.DropTestCase.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "4")
                // What a machine cannot do is a failure here: 200 skipped tests would prove nothing.
                .configurationParameter("netjig.strict", "true")
                .execute()
                .testEvents();

        assertThat(failures(tests)).isEmpty();
        tests.assertStatistics(statistics -> statistics.started(200).succeeded(200));
    }

    private static List<String> failures(Events tests) {
        return tests.finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::toString)
                .toList();
    }
}
