package dev.netjig.suites.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.assertions.FilterPoint;
import dev.netjig.assertions.NetjigAssertions;
import dev.netjig.assertions.Reasons;
import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What evidence costs a test that passes, in time and bytes: tests with it and without take turns in one JVM. */
final class EvidenceCost {

    private static final int TESTS = 40;
    private static final int ROUNDS = Integer.getInteger("netjig.bench.rounds", 30);

    private EvidenceCost() {}

    @Netns("red")
    @Netns("blue")
    @Bridge(name = "br0", address = "192.168.0.1/24")
    @VethPair(
            name = "veth1-r",
            master = "br0",
            peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
    @VethPair(
            name = "veth1-b",
            master = "br0",
            peer = @Peer(name = "veth2-b", netns = "blue", address = "192.168.0.3/24"))
    static class ReachedTestCase {

        @RepeatedTest(TESTS)
        void red_reaches_blue(@Netns("red") NetworkNamespace red) {
            NetjigAssertions.assertThat(red).canReach("192.168.0.3");
        }
    }

    static class LostTestCase extends ReachedTestCase {

        @Override
        @RepeatedTest(TESTS)
        @ChainPolicy(chain = Chain.INPUT, target = Policy.DROP)
        void red_reaches_blue(@Netns("red") NetworkNamespace red) {
            NetjigAssertions.assertThat(red)
                    .cannotReach("192.168.0.1")
                    .because(Reasons.droppedBy("node", FilterPoint.INPUT_POLICY));
        }
    }

    public static void main(String[] args) throws IOException {
        Testbed.initialise();
        report();
    }

    static void report() throws IOException {
        System.out.println();
        System.out.println("evidence of a passing test, per test; median of " + ROUNDS + " rounds of " + TESTS
                + " tests, alone in the JVM");
        System.out.println(
                String.format(Locale.ROOT, "%-30s %9s %9s %9s %7s %9s", "", "off", "summary", "full", "cost", "bytes"));
        row("a ping that is answered", ReachedTestCase.class);
        row("a ping that is lost, proven", LostTestCase.class);
    }

    private static void row(String name, Class<?> tests) throws IOException {
        Samples off = new Samples();
        Samples summary = new Samples();
        Samples full = new Samples();
        long bytes = 0;
        run(tests, "off", new Samples());
        run(tests, "full", new Samples());
        for (int round = 0; round < ROUNDS; round++) {
            run(tests, "off", off);
            bytes = run(tests, "summary", summary);
            run(tests, "full", full);
        }
        double cost = 100 * (summary.median() / off.median() - 1);
        System.out.println(String.format(
                Locale.ROOT,
                "%-30s %6.2f ms %6.2f ms %6.2f ms %5.1f %% %7d B",
                name,
                off.median() / TESTS,
                summary.median() / TESTS,
                full.median() / TESTS,
                cost,
                bytes / TESTS));
    }

    /** How many bytes it left. */
    private static long run(Class<?> tests, String mode, Samples samples) throws IOException {
        Path directory = Files.createTempDirectory("netjig-evidence");
        try {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            // Other listeners that are on the class path, those of reports, are not measured.
            LauncherConfig config = LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .addTestExecutionListeners(listener)
                    .build();
            long start = System.nanoTime();
            LauncherFactory.create(config)
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(tests))
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                            .configurationParameter("netjig.evidence", mode)
                            .configurationParameter(LauncherConstants.OUTPUT_DIR_PROPERTY_NAME, directory.toString())
                            .build());
            samples.addSince(start);
            if (listener.getSummary().getTestsSucceededCount() != TESTS) {
                throw new IllegalStateException(
                        "tests failed",
                        listener.getSummary().getFailures().get(0).getException());
            }
            return clear(directory);
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    private static long clear(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        long bytes = 0;
        for (Path path : all) {
            bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
            Files.delete(path);
        }
        return bytes;
    }
}
