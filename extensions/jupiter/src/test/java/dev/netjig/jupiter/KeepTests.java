package dev.netjig.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.testbed.NetworkNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Timeout(120)
class KeepTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Netns("red")
    @VethPair(
            name = "veth1",
            address = "192.168.0.1/24",
            peer = @Peer(name = "veth2", netns = "red", address = "192.168.0.2/24"))
    static class FailingTestCase {

        @Test
        void fails(@Netns("red") NetworkNamespace red) {
            throw new AssertionError("red is not blue");
        }
    }

    @Netns("red")
    static class PassingTestCase {

        @Test
        void passes() {}
    }

    @Test
    void what_is_kept_can_be_entered_as_it_says_and_ends_on_demand() throws Exception {
        Run run = Run.start(FailingTestCase.class, Map.of(Keep.PARAMETER, "onFailure", Keep.FOR, "100s"));
        String text = run.kept.get(60, TimeUnit.SECONDS);

        assertThat(text).startsWith("""
                        netjig keeps the topology of a test that failed, for 100 s:
                          KeepTests.FailingTestCase#fails
                          | red is not blue
                        """);
        assertThat(sh(command(text, "red") + " ip -br address show dev veth2"))
                .contains("veth2@if", "UP", "192.168.0.2/24");
        assertThat(sh(command(text, "node") + " ip netns exec red ls /sys/class/net"))
                .contains("veth2")
                .doesNotContain("veth1");
        assertThat(run.over).isNotDone();

        sh(find(text, "(kill \\d+)\n"));

        run.over.get(60, TimeUnit.SECONDS);
        assertThat(sh("readlink /proc/" + find(text, "kill (\\d+)\n") + "/exe || echo gone"))
                .isEqualTo("gone\n");
    }

    @Test
    void it_goes_on_by_itself_when_the_time_is_over() throws Exception {
        Run run = Run.start(FailingTestCase.class, Map.of(Keep.PARAMETER, "onFailure", Keep.FOR, "1s"));

        assertThat(run.kept.get(60, TimeUnit.SECONDS)).contains("for 1 s:\n");
        run.over.get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_test_that_passed_is_not_kept() throws Exception {
        Run run = Run.start(PassingTestCase.class, Map.of(Keep.PARAMETER, "onFailure", Keep.FOR, "100s"));

        run.over.get(60, TimeUnit.SECONDS);
        assertThat(run.kept).isNotDone();
    }

    @Test
    void nothing_is_kept_unless_it_is_asked_for() throws Exception {
        Run run = Run.start(FailingTestCase.class, Map.of());

        run.over.get(60, TimeUnit.SECONDS);
        assertThat(run.kept).isNotDone();
    }

    @Test
    void another_word_is_refused() {
        Throwable failure = Kit.builder(PassingTestCase.class)
                .configurationParameter(Keep.PARAMETER, "always")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();

        assertThat(failure).hasMessageStartingWith("netjig.keep: \"always\" is none of never, onFailure; ");
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "10m, PT10M", "2h, PT2H"})
    void a_time_is_a_number_and_a_unit(String text, Duration time) {
        assertThat(Keep.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "0s", "-1s", "1.5m", "10 m", "1d", "99999999h"})
    void another_time_is_refused(String text) {
        assertThatThrownBy(() -> Keep.parse(text))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "netjig.keep.for: \"" + text + "\" is no time; write a number and s, m or h, as in 90s or 10m");
    }

    /** A run of tests on a thread of its own, which it may hold up. */
    private static final class Run implements TestExecutionListener {

        private final CompletableFuture<String> kept = new CompletableFuture<>();
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        static Run start(Class<?> type, Map<String, String> parameters) {
            Run run = new Run();
            Thread thread = new Thread(() -> run.execute(type, parameters), "keep-tests");
            thread.setDaemon(true);
            thread.start();
            return run;
        }

        private void execute(Class<?> type, Map<String, String> parameters) {
            try {
                LauncherFactory.create()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectClass(type))
                                        .configurationParameter(EvidenceMode.PARAMETER, "off")
                                        .configurationParameters(parameters)
                                        .build(),
                                this);
                over.complete(null);
            } catch (RuntimeException | Error failed) {
                over.completeExceptionally(failed);
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            String text = entry.getKeyValuePairs().get(Keep.KEPT);
            if (text != null) {
                kept.complete(text);
            }
        }
    }

    private static String command(String text, String netns) {
        return find(text, "  " + netns + ":  (.*)\n");
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String sh(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("sh", "-c", script))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
