package dev.netjig.suites.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.VethPair;
import dev.netjig.probe.Ping;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * JUnit tests with a topology of their own each. The kernel sets the limit: a bridge that it takes down holds the lock
 * that every set-up needs for 16 to 19 ms, whatever the number of threads.
 */
final class TestsPerSecond {

    private static final int TESTS = 300;

    private TestsPerSecond() {}

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
    @Route(netns = "red", to = "default", via = "192.168.0.1")
    @Route(netns = "blue", to = "default", via = "192.168.0.1")
    static class TwoNamespacesOnABridgeTestCase {

        @RepeatedTest(TESTS)
        void red_reaches_blue(@Netns("red") NetworkNamespace red) {
            if (!Ping.of(red, "192.168.0.3").send().isAnswered()) {
                throw new AssertionError("red does not reach blue");
            }
        }
    }

    @Netns("red")
    @VethPair(
            name = "veth1",
            address = "192.168.0.1/24",
            peer = @Peer(name = "veth2", netns = "red", address = "192.168.0.2/24"))
    static class OneVethPairTestCase {

        @RepeatedTest(TESTS)
        void red_reaches_the_node(@Netns("red") NetworkNamespace red) {
            if (!Ping.of(red, "192.168.0.1").send().isAnswered()) {
                throw new AssertionError("red does not reach the node");
            }
        }
    }

    static void report() {
        System.out.println();
        System.out.println("tests per second, each with its own topology and one ping");
        System.out.println(String.format(Locale.ROOT, "%-34s %10s %10s", "", "1 thread", "4 threads"));
        row("two namespaces on a bridge", TwoNamespacesOnABridgeTestCase.class);
        row("one namespace and the node", OneVethPairTestCase.class);
    }

    private static void row(String name, Class<?> tests) {
        double alone = perSecond(tests, 1);
        double together = perSecond(tests, 4);
        System.out.println(String.format(Locale.ROOT, "%-34s %10.0f %10.0f", name, alone, together));
    }

    private static double perSecond(Class<?> tests, int threads) {
        Launcher launcher = LauncherFactory.create();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(threads > 1))
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "" + threads)
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "" + threads)
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        long start = System.nanoTime();
        launcher.execute(request, listener);
        double seconds = (System.nanoTime() - start) / 1e9;
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsSucceededCount() != TESTS) {
            throw new IllegalStateException(
                    summary.getTestsSucceededCount() + " of " + TESTS + " tests passed",
                    summary.getFailures().get(0).getException());
        }
        return TESTS / seconds;
    }
}
