package dev.netjig.suites.badinput;

import static java.util.stream.Collectors.joining;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * How a class with one test ended.
 *
 * @param status {@code SUCCESSFUL}, {@code ABORTED} or {@code FAILED}
 * @param message of the exception that ended it, empty if none did
 */
record Outcome(String status, String message) {

    /** Runs the class in this JVM. */
    static Outcome of(Class<?> testCase, boolean strict) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameter("netjig.strict", String.valueOf(strict))
                .execute()
                .allEvents()
                .finished()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getThrowable().isPresent())
                .map(result -> new Outcome(
                        result.getStatus().name(),
                        String.valueOf(result.getThrowable().get().getMessage())))
                .findFirst()
                .orElse(new Outcome("SUCCESSFUL", ""));
    }

    /** The namespaces that this JVM holds by descriptors. */
    static String namespacesHeld() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(Outcome::target)
                    .filter(target -> target.startsWith("net:[") || target.startsWith("mnt:["))
                    .collect(joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
