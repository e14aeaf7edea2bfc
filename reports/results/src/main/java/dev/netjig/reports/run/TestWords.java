package dev.netjig.reports.run;

import java.util.Optional;
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

    /** The name of the class that it is in; empty if it is in none. */
    static String type(TestIdentifier test, Optional<TestPlan> plan) {
        Optional<TestIdentifier> at = Optional.of(test);
        while (at.isPresent()) {
            Optional<String> type = at.get().getSource().map(source -> {
                if (source instanceof MethodSource method) {
                    return method.getClassName();
                }
                return source instanceof ClassSource inClass ? inClass.getClassName() : "";
            });
            if (type.isPresent() && !type.get().isEmpty()) {
                return type.get();
            }
            TestIdentifier child = at.get();
            at = plan.flatMap(all -> all.getParent(child));
        }
        return "";
    }

    private static boolean isMethod(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    private static String of(TestIdentifier test) {
        String name = test.getDisplayName();
        boolean isMethodName = name.matches("\\w+\\(.*\\)");
        return isMethodName ? name.substring(0, name.indexOf('(')).replace('_', ' ') : name;
    }
}
