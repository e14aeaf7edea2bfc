package dev.netjig.suites.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.reports.Status;
import dev.netjig.reports.TestResult;
import dev.netjig.suites.scenario.sample.ChapterTestCase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ScenarioListenerTests {

    @Test
    void the_class_names_the_scenario_of_its_tests() {
        TestResult result = only(OneTestCase.class);

        assertThat(result.scenario()).isEqualTo("X1");
        assertThat(result.title()).isEqualTo("one");
        assertThat(result.test()).isEqualTo("red reaches blue");
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.uniqueId()).contains("[method:red_reaches_blue()]");
        assertThat(result.startMillis()).isPositive();
    }

    @Test
    void the_nearest_scenario_counts() {
        assertThat(run(NearestTestCase.class))
                .extracting(TestResult::test, TestResult::scenario)
                .containsExactlyInAnyOrder(
                        tuple("of the class", "X1"),
                        tuple("of the method", "X2"),
                        tuple("of the nested class", "X3"),
                        tuple("of the class around", "X1"));
    }

    @Test
    void a_subclass_has_the_scenario_of_its_superclass() {
        assertThat(only(InheritingTestCase.class).scenario()).isEqualTo("X1");
    }

    @Test
    void a_test_without_a_scenario_is_left_out() {
        assertThat(run(NoScenarioTestCase.class)).isEmpty();
    }

    @Test
    void a_chapter_is_named_on_its_package() {
        assertThat(only(OneTestCase.class).chapter()).isEmpty();
        assertThat(only(ChapterTestCase.class).chapter()).isEqualTo("a sample");
    }

    @Test
    void each_invocation_of_a_template_and_each_dynamic_test_has_its_result() {
        assertThat(run(ManyTestCase.class))
                .extracting(TestResult::test)
                .containsExactlyInAnyOrder("every cell: [1] policy 7", "every cell: [2] policy 8", "made up: first");
    }

    @Test
    void proven_causes_are_kept_in_order() {
        assertThat(only(CausesTestCase.class).causes()).containsExactly("first cause", "second cause");
    }

    @Test
    void a_failure_has_its_message() {
        TestResult result = only(FailingTestCase.class);

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("Expecting this\nbut was that");
    }

    @Test
    void an_exception_without_a_message_is_named() {
        assertThat(only(ThrowingTestCase.class).message()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void an_aborted_or_disabled_test_is_skipped_and_says_why() {
        assertThat(run(SkippedTestCase.class))
                .extracting(TestResult::test, TestResult::status, TestResult::message)
                .containsExactlyInAnyOrder(
                        tuple("aborted", Status.SKIPPED, "Assumption failed: no bridge"),
                        tuple("disabled", Status.SKIPPED, "later"),
                        tuple("disabled template", Status.SKIPPED, "later"));
    }

    @Test
    void a_disabled_class_skips_all_that_is_in_it() {
        assertThat(run(DisabledTestCase.class))
                .extracting(TestResult::test, TestResult::status, TestResult::message)
                .containsExactlyInAnyOrder(
                        tuple("first", Status.SKIPPED, "later"),
                        tuple("second", Status.SKIPPED, "later"),
                        tuple("third", Status.SKIPPED, "later"));
    }

    @Test
    void a_class_that_fails_before_its_tests_fails_all_of_them() {
        assertThat(run(BrokenClassTestCase.class))
                .extracting(TestResult::scenario, TestResult::test, TestResult::status, TestResult::message)
                .containsExactlyInAnyOrder(
                        tuple("X1", "first", Status.FAILED, "no kernel"),
                        tuple("X2", "second", Status.FAILED, "no kernel"));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static TestResult only(Class<?> testCase) {
        List<TestResult> results = run(testCase);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static List<TestResult> run(Class<?> testCase) {
        List<TestResult> results = new CopyOnWriteArrayList<>();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new ScenarioListener(results::add))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(testCase))
                        .build());
        return results;
    }

    @Scenario(id = "X1", title = "one")
    static class OneTestCase {
        @Test
        void red_reaches_blue() {}
    }

    static class InheritingTestCase extends OneTestCase {}

    @Scenario(id = "X1", title = "one")
    static class NearestTestCase {
        @Test
        void of_the_class() {}

        @Test
        @Scenario(id = "X2", title = "two")
        void of_the_method() {}

        @Nested
        @Scenario(id = "X3", title = "three")
        class Inner {
            @Test
            void of_the_nested_class() {}
        }

        @Nested
        class Plain {
            @Test
            void of_the_class_around() {}
        }
    }

    static class NoScenarioTestCase {
        @Test
        void nothing() {}
    }

    @Scenario(id = "X1", title = "one")
    static class ManyTestCase {
        @ParameterizedTest(name = "[{index}] policy {0}")
        @ValueSource(ints = {7, 8})
        void every_cell(int policy) {}

        @TestFactory
        List<DynamicTest> made_up() {
            return List.of(DynamicTest.dynamicTest("first", () -> {}));
        }
    }

    @Scenario(id = "X1", title = "one")
    static class CausesTestCase {
        @Test
        void proves(TestReporter reporter) {
            reporter.publishEntry(ScenarioListener.CAUSE, "first cause");
            reporter.publishEntry("another key", "no cause");
            reporter.publishEntry(ScenarioListener.CAUSE, "second cause");
        }
    }

    @Scenario(id = "X1", title = "one")
    static class FailingTestCase {
        @Test
        void fails() {
            Assertions.fail("Expecting this\nbut was that");
        }
    }

    @Scenario(id = "X1", title = "one")
    static class ThrowingTestCase {
        @Test
        void throwing() {
            throw new IllegalStateException();
        }
    }

    @Scenario(id = "X1", title = "one")
    static class SkippedTestCase {
        @Test
        void aborted() {
            Assumptions.assumeTrue(false, "no bridge");
        }

        @Test
        @Disabled("later")
        void disabled() {}

        @ParameterizedTest
        @Disabled("later")
        @ValueSource(ints = {1, 2})
        void disabled_template(int number) {}
    }

    @Disabled("later")
    @Scenario(id = "X1", title = "one")
    static class DisabledTestCase {
        @Test
        void first() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void second(int number) {}

        @Nested
        class Inner {
            @Test
            void third() {}
        }
    }

    @Scenario(id = "X1", title = "one")
    static class BrokenClassTestCase {
        @BeforeAll
        static void build() {
            throw new IllegalStateException("no kernel");
        }

        @Test
        void first() {}

        @Test
        @Scenario(id = "X2", title = "two")
        void second() {}
    }
}
