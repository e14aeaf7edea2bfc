package dev.netjig.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Assumptions;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes inside of tests. */
final class Kit {

    private Kit() {}

    /** Skips the test where this machine cannot make namespaces, or fails it in strict mode. */
    static void assumeNamespaces() {
        try {
            Testbed.create(Topology.builder().build()).close();
        } catch (RuntimeException | Error failed) {
            boolean skip = !Boolean.getBoolean(Prerequisites.STRICT);
            MachineLimits.reason(failed).ifPresent(reason -> Assumptions.assumeFalse(skip, reason));
            throw failed;
        }
    }

    static EngineExecutionResults run(Class<?> type) {
        return builder(type).execute();
    }

    static EngineTestKit.Builder builder(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .configurationParameter(EvidenceMode.PARAMETER, "off");
    }

    /** The message of the one failure, be it of a test or of its class. */
    static String failure(Class<?> type) {
        return message(run(type).allEvents().failed());
    }

    /** The message of the one failure or abortion. */
    static String message(Events events) {
        return events.stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("no failure");
    }
}
