package dev.netjig.suites.scenario;

import dev.netjig.assertions.ProvenCauses;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.reports.run.EndedTests;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Publishes what a test of a scenario has proven on a testbed of its own making, of which netjig's extension knows nothing. */
final class ScenarioCauses implements BeforeEachCallback, AfterTestExecutionCallback {

    /** What was proven before, on the same thread, belongs to nobody here. */
    @Override
    public void beforeEach(ExtensionContext context) {
        ProvenCauses.take();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        for (Explanation explanation : ProvenCauses.take()) {
            context.publishReportEntry(EndedTests.CAUSE, explanation.line());
        }
    }
}
