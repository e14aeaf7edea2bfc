package dev.netjig.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A machine without Docker: a JVM in a mount namespace that hides it. */
class NoEngineTests {

    private static final String REASON =
            "This machine cannot run the test: no Docker engine can be started in netns node:"
                    + " there is no program dockerd on this machine\n  remedy: install Docker's engine";

    @DockerEngine
    static class EngineTestCase {

        @Test
        void method() {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void its_tests_are_skipped_with_reason_and_remedy() throws Exception {
        assertThat(withoutDocker("false")).startsWith("ABORTED " + REASON);
    }

    @Test
    void in_strict_mode_they_fail_with_the_same_text() throws Exception {
        assertThat(withoutDocker("true")).startsWith("FAILED " + REASON);
    }

    @Test
    void root_of_a_user_namespace_is_not_enough() throws Exception {
        assertThat(outcome("false", "unshare", "--map-root-user"))
                .startsWith("ABORTED This machine cannot run the test: no Docker engine can be started in netns node:"
                        + " it needs the machine's root");
    }

    private static String withoutDocker(String strict) throws IOException, InterruptedException {
        return outcome(
                strict,
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind /dev/null \"$0\" && exec \"$@\"",
                Machine.find("dockerd").orElseThrow().toString());
    }

    private static String outcome(String strict, String... wrapper) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NoEngineTests.class.getName(),
                strict));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.substring(Math.max(0, output.indexOf("OUTCOME ") + "OUTCOME ".length()));
    }

    /** Prints how the class ended. */
    public static void main(String[] arguments) {
        TestExecutionResult result = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(EngineTestCase.class))
                .configurationParameter("netjig.strict", arguments[0])
                .execute()
                .allEvents()
                .finished()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .filter(each -> each.getThrowable().isPresent())
                .findFirst()
                .orElseThrow();
        System.out.println("OUTCOME " + result.getStatus() + " "
                + result.getThrowable().orElseThrow().getMessage());
    }
}
