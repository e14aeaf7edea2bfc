package dev.netjig.jupiter;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.assertions.ProvenCauses;
import dev.netjig.diagnosis.Explanation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What becomes of an explanation in JUnit: a proven one is published, one that proves nothing aborts the test. */
final class Verdicts {

    /** The key of the report entry that carries the proven cause of an expected failure. */
    static final String CAUSE = "netjig.cause";

    private Verdicts() {}

    /** What people call the test: {@code TwoNamespaces#reaches [1] 10.0.0.1}. */
    static String name(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        String display = context.getDisplayName();
        // JUnit's own display name of a method adds its parameters' types.
        boolean says = !display.startsWith(method.getName() + "(");
        return AnnotationFinder.where(method) + (says ? " " + display : "");
    }

    /** Publishes what the test that has just run on this thread has proven. */
    static void publish(ExtensionContext context) {
        for (Explanation explanation : ProvenCauses.take()) {
            context.publishReportEntry(CAUSE, explanation.line());
        }
    }

    /**
     * An inconclusive negative neither passed nor failed.
     *
     * @throws Throwable {@code failure}, or what an inconclusive one is to JUnit
     */
    static void rethrow(ExtensionContext context, Throwable failure) throws Throwable {
        if (!(failure instanceof InconclusiveException)) {
            throw failure;
        }
        if (Prerequisites.isStrict(context)) {
            throw new AssertionFailedError(failure.getMessage(), failure);
        }
        throw new TestAbortedException(failure.getMessage(), failure);
    }
}
