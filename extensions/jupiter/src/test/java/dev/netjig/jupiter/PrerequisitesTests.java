package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What happens on a machine that cannot run a test: in a JVM without the privilege to make namespaces, the same that the
 * user of a restricted container has.
 */
class PrerequisitesTests {

    private static final String REASON = "This machine cannot run the test: cannot unshare(CLONE_NEWNET) in netns node:"
            + " Operation not permitted (EPERM)";

    @Netns("red")
    static class UnprivilegedTestCase {

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    @Netns("red")
    static class InjectedIntoConstructorTestCase {

        InjectedIntoConstructorTestCase(@Netns("red") NetworkNamespace red) {}

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    @SharedTestbed
    @Netns("red")
    static class SharedTestCase {

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    static class ProgrammaticTestCase {

        @RegisterExtension
        final TestbedExtension net = TestbedExtension.of(TopologyReader.read(List.of(UnprivilegedTestCase.class)));

        @Test
        void test() {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void a_test_is_skipped_with_reason_and_remedy() throws Exception {
        assertThat(unprivileged(UnprivilegedTestCase.class, "false"))
                .startsWith("ABORTED " + REASON)
                .contains("remedy: creating a network namespace needs CAP_SYS_ADMIN: run as root");
    }

    @Test
    void in_strict_mode_it_fails_with_the_same_text() throws Exception {
        assertThat(unprivileged(UnprivilegedTestCase.class, "true"))
                .startsWith("FAILED " + REASON)
                .contains("remedy: creating a network namespace needs CAP_SYS_ADMIN: run as root");
    }

    @Test
    void a_test_whose_constructor_wants_a_namespace_is_skipped_too() throws Exception {
        assertThat(unprivileged(InjectedIntoConstructorTestCase.class, "false")).startsWith("ABORTED " + REASON);
    }

    @Test
    void a_class_that_shares_a_testbed_is_skipped_too() throws Exception {
        assertThat(unprivileged(SharedTestCase.class, "false")).startsWith("ABORTED " + REASON);
    }

    @Test
    void a_test_with_a_testbed_extension_is_skipped_too() throws Exception {
        assertThat(unprivileged(ProgrammaticTestCase.class, "false")).startsWith("ABORTED " + REASON);
    }

    @Test
    void strict_is_true_or_false() throws Exception {
        assertThat(unprivileged(UnprivilegedTestCase.class, "yes"))
                .startsWith("FAILED netjig.strict: \"yes\" is no truth value; write true to fail where this machine"
                        + " cannot run a test, false to skip");
    }

    /** Runs a class in a JVM without CAP_SYS_ADMIN; root loses it by the bounding set, others do not have it. */
    private static String unprivileged(Class<?> type, String strict) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-sys_admin"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PrerequisitesTests.class.getName(),
                type.getName(),
                strict));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output.substring(Math.max(0, output.indexOf("OUTCOME ") + "OUTCOME ".length()));
    }

    /** Prints how the test, or else its class, ended. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        EngineTestKit.Builder builder =
                Kit.builder(Class.forName(arguments[0])).configurationParameter(Prerequisites.STRICT, arguments[1]);
        TestExecutionResult result = builder.execute().allEvents().finished().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .filter(each -> each.getThrowable().isPresent())
                .findFirst()
                .orElseThrow();
        System.out.println("OUTCOME " + result.getStatus() + " "
                + result.getThrowable().orElseThrow().getMessage());
    }
}
