package dev.netjig.reports.run;

import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What people call a test. */
public final class TestWords {

    private TestWords() {}

    /** {@code every cell of the matrix: [3] DROP, bridge-nf 1}. */
    public static String of(TestIdentifier test, Optional<TestPlan> plan) {
        String own = of(test);
        return plan.flatMap(all -> all.getParent(test))
                .filter(TestWords::isMethod)
                .map(parent -> of(parent) + ": " + own)
                .orElse(own);
    }

    /** The class or method that it comes from: the nearest one, for a dynamic test may have none of its own. */
    public static Optional<TestSource> source(TestIdentifier test, Optional<TestPlan> plan) {
        Optional<TestSource> own =
                test.getSource().filter(source -> source instanceof MethodSource || source instanceof ClassSource);
        return own.or(() -> plan.flatMap(all -> all.getParent(test)).flatMap(parent -> source(parent, plan)));
    }

    /** The name of the class that it is in; empty if it is in none. */
    static String type(TestIdentifier test, Optional<TestPlan> plan) {
        return source(test, plan)
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : ((ClassSource) source).getClassName())
                .orElse("");
    }

    /** Whether it is one that has a method of its own: a test, or a template before its first invocation. */
    static boolean isMethod(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    private static String of(TestIdentifier test) {
        String name = test.getDisplayName();
        boolean isMethodName = name.matches("\\w+\\(.*\\)");
        return isMethodName ? name.substring(0, name.indexOf('(')).replace('_', ' ') : name;
    }
}
