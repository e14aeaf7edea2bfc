package dev.netjig.testcontainers;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes that are themselves what is tested. */
final class Kit {

    private Kit() {}

    /** What the tests of {@code type} failed of, in strict mode. */
    static List<String> failures(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .configurationParameter("netjig.strict", "true")
                .execute()
                .allEvents()
                .finished()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(failure -> Objects.requireNonNullElse(failure.getMessage(), failure.toString()))
                .toList();
    }
}
