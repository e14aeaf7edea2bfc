package dev.netjig.suites.scenario;

import dev.netjig.reports.run.TestWords;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What the annotations say about a test that JUnit ran.
 *
 * @param chapter the title of its chapter; empty if its package has none
 * @param test the test in words
 */
record ScenarioOfTest(Scenario scenario, String chapter, String test) {

    /** Empty for a test that belongs to no scenario. */
    static Optional<ScenarioOfTest> of(TestIdentifier test, Optional<TestPlan> plan) {
        TestSource source = TestWords.source(test, plan).orElse(null);
        Optional<Class<?>> type = type(source);
        return nearest(source)
                .map(scenario -> new ScenarioOfTest(
                        scenario, type.map(ScenarioOfTest::chapter).orElse(""), TestWords.of(test, plan)));
    }

    static Optional<Method> method(TestIdentifier test) {
        return test.getSource().flatMap(ScenarioOfTest::method);
    }

    private static Optional<Scenario> nearest(@Nullable TestSource source) {
        Optional<Scenario> own =
                method(source).flatMap(method -> AnnotationSupport.findAnnotation(method, Scenario.class));
        if (own.isPresent()) {
            return own;
        }
        Class<?> type = type(source).orElse(null);
        for (; type != null; type = type.getEnclosingClass()) {
            for (Class<?> ancestor = type; ancestor != null; ancestor = ancestor.getSuperclass()) {
                Optional<Scenario> found = AnnotationSupport.findAnnotation(ancestor, Scenario.class);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Method> method(@Nullable TestSource source) {
        return source instanceof MethodSource method ? Optional.of(method.getJavaMethod()) : Optional.empty();
    }

    private static Optional<Class<?>> type(@Nullable TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getJavaClass());
        }
        return source instanceof ClassSource type ? Optional.of(type.getJavaClass()) : Optional.empty();
    }

    private static String chapter(Class<?> type) {
        Chapter chapter = type.getPackage().getAnnotation(Chapter.class);
        return chapter == null ? "" : chapter.value();
    }
}
