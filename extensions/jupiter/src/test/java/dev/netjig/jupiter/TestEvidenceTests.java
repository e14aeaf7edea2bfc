package dev.netjig.jupiter;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TestEvidenceTests {

    @TempDir
    private Path directory;

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Routed
    @ChainPolicy(chain = FORWARD, target = DROP)
    static class LossesTestCase {

        @Test
        void fails(@Netns("red") NetworkNamespace red) {
            red.exec("ip", "route");
            assertThat(red).canReach("10.0.2.2");
        }

        @Test
        void passes_for_it_is_lost(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach("10.0.2.2").because(droppedBy("node", FORWARD_POLICY));
        }

        @Test
        void passes(@Netns("red") NetworkNamespace red) {
            red.exec("ip", "route");
            assertThat(red).canReach("10.0.1.1");
        }
    }

    @Test
    void a_test_that_failed_leaves_everything() throws IOException {
        Run run = run(LossesTestCase.class, "summary");

        assertThat(run.files("fails"))
                .containsOnlyKeys(
                        "journey.txt",
                        "journey.json",
                        "capture.pcapng",
                        "rebuild.sh",
                        "state.txt",
                        "state.json",
                        "commands.txt",
                        "environment.txt",
                        "environment.json");
        assertThat(run.text("fails", "journey.txt"))
                .startsWith("ping red → 10.0.2.2: no reply within ")
                .contains("cause (proven): node: the policy of chain ip netjig FORWARD");
        assertThat(run.text("fails", "rebuild.sh")).startsWith("#!/bin/sh\n").contains("ip netns add red");
        assertThat(run.text("fails", "state.txt"))
                .contains("netns blue", "inet 10.0.2.2/24 scope global dev veth2-b", "net.ipv4.ip_forward = 1");
        assertThat(run.text("fails", "commands.txt")).contains("ip netns exec red ip route", "exit code 0 after ");
        assertThat(run.text("fails", "environment.txt")).contains("kernel: ", "evidence tier: ", "nft: ");
        assertThat(run.problems()).isEmpty();
    }

    @Test
    void media_types_come_along() {
        Run run = run(LossesTestCase.class, "full");

        assertThat(run.files("fails"))
                .containsEntry("state.json", "application/json")
                .containsEntry("capture.pcapng", "application/x-pcapng")
                .containsEntry("rebuild.sh", "text/x-shellscript;charset=UTF-8");
    }

    @Test
    void a_test_that_passed_leaves_a_summary() throws IOException {
        Run run = run(LossesTestCase.class, "summary");

        assertThat(run.files("passes")).containsOnlyKeys("summary.txt");
        assertThat(run.text("passes", "summary.txt"))
                .startsWith("TestEvidenceTests.LossesTestCase#passes passed\nnamespaces: node, red, blue\nkernel: ")
                .contains("commands:\n  ip netns exec red ip route # exit code 0 after ");
    }

    @Test
    void a_proven_negative_leaves_its_journey() throws IOException {
        Run run = run(LossesTestCase.class, "summary");

        assertThat(run.files("passes_for_it_is_lost")).containsOnlyKeys("summary.txt", "journey.txt", "journey.json");
        assertThat(run.text("passes_for_it_is_lost", "journey.json"))
                .startsWith("[{\"from\":\"red\",\"to\":\"10.0.2.2\"")
                .endsWith("}]\n");
    }

    @Test
    void everything_of_every_test_on_demand() {
        Run run = run(LossesTestCase.class, "full");

        assertThat(run.files("passes")).containsKeys("rebuild.sh", "state.txt", "environment.txt");
    }

    @Test
    void nothing_of_a_test_that_passed_on_demand() {
        Run run = run(LossesTestCase.class, "failures");

        assertThat(run.files("passes")).isEmpty();
        assertThat(run.files("fails")).containsKey("state.txt");
    }

    @Test
    void nothing_is_left_behind_when_it_is_off() {
        Run run = run(LossesTestCase.class, "off");

        assertThat(run.files("fails")).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Full", ""})
    void another_word_is_refused(String word) {
        Run run = run(LossesTestCase.class, word);

        assertThat(run.failures)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageStartingWith(
                                "netjig.evidence: \"" + word + "\" is none of full, summary, failures, off; "));
    }

    @SharedTestbed
    @Netns("red")
    static class SharedTestCase {

        @Test
        void one(@Netns("red") NetworkNamespace red) {
            red.exec("echo", "one");
        }

        @Test
        void two(@Netns("red") NetworkNamespace red) {
            red.exec("echo", "two");
        }
    }

    @Test
    void each_of_many_tests_on_one_testbed_has_its_own() throws IOException {
        Run run = run(SharedTestCase.class, "full");

        assertThat(run.text("one", "commands.txt")).contains("echo one").doesNotContain("echo two");
        assertThat(run.text("two", "commands.txt")).contains("echo two").doesNotContain("echo one");
    }

    static class TwoTestbedsTestCase {

        @RegisterExtension
        final TestbedExtension first = TestbedExtension.of(
                dev.netjig.topology.Topology.builder().netns("red").build());

        @RegisterExtension
        final TestbedExtension second = TestbedExtension.of(
                dev.netjig.topology.Topology.builder().netns("blue").build());

        @Test
        void has_two() {}
    }

    @Test
    void each_testbed_of_a_test_has_files_of_its_own() throws IOException {
        Run run = run(TwoTestbedsTestCase.class, "summary");

        assertThat(run.files("has_two")).containsOnlyKeys("summary.txt", "2-summary.txt");
    }

    @Netns("red")
    @Sysctl(netns = "red", key = "net.ipv4.no_such_key", value = "1")
    static class FailingSetUpTestCase {

        @Test
        void never_runs(Testbed testbed) {}
    }

    @Test
    void a_set_up_that_failed_leaves_what_there_is() throws IOException {
        Run run = run(FailingSetUpTestCase.class, "summary");

        assertThat(run.files("never_runs")).containsKeys("rebuild.sh", "state.txt", "environment.txt");
        assertThat(run.problems()).isEmpty();
    }

    /** What a launcher's listener heard. */
    private static final class Run implements TestExecutionListener {

        private final Map<String, Map<String, FileEntry>> files = new TreeMap<>();
        private final List<String> problems = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();

        @Override
        public synchronized void fileEntryPublished(TestIdentifier test, FileEntry file) {
            files.computeIfAbsent(method(test), absent -> new TreeMap<>())
                    .put(file.getPath().getFileName().toString(), file);
        }

        @Override
        public synchronized void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entry.getKeyValuePairs().forEach((key, value) -> {
                if (key.equals(Publication.PROBLEM)) {
                    problems.add(value);
                }
            });
        }

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == Status.FAILED) {
                result.getThrowable().ifPresent(failures::add);
            }
        }

        /** The media types of a test's files by their names. */
        Map<String, String> files(String method) {
            Map<String, String> types = new TreeMap<>();
            files.getOrDefault(method, Map.of())
                    .forEach((name, file) -> types.put(name, file.getMediaType().orElse("")));
            return types;
        }

        String text(String method, String file) throws IOException {
            return Files.readString(files.get(method).get(file).getPath());
        }

        List<String> problems() {
            return problems;
        }

        private static String method(TestIdentifier test) {
            String name = test.getDisplayName();
            return name.substring(0, name.indexOf('('));
        }
    }

    private Run run(Class<?> type, String mode) {
        Run run = new Run();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .configurationParameter(EvidenceMode.PARAMETER, mode)
                                .configurationParameter(
                                        LauncherConstants.OUTPUT_DIR_PROPERTY_NAME, directory.toString())
                                .build(),
                        run);
        return run;
    }
}
