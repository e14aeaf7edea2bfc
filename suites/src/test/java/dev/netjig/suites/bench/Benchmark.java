package dev.netjig.suites.bench;

import dev.netjig.probe.Ping;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Two namespaces on a bridge in a node namespace, with addresses and routes: netjig against {@code ip -batch} and against
 * the document's commands in a shell. The three take turns in one run, so that all of them meet the same machine.
 *
 * <p>The rivals live in namespaces of their own (see {@link Shell}): nothing here touches the machine's network.
 */
final class Benchmark {

    private static final int WARM_UP = 500;
    private static final int ROUNDS = Integer.getInteger("netjig.bench.rounds", 30);
    private static final int JVMS = Integer.getInteger("netjig.bench.jvms", 10);

    /**
     * The kernel takes a testbed down in the background for some 70 ms after it was closed, and holds the lock that
     * every set-up needs for much of it. Nobody shall wait for what the one before left.
     */
    private static final long PAUSE_MILLIS = 200;

    private final Samples setUp = new Samples();
    private final Samples ping = new Samples();
    private final Samples teardown = new Samples();
    private final Samples batch = new Samples();
    private final Samples expertBatch = new Samples();
    private final Samples document = new Samples();
    private final Samples batchTeardown = new Samples();

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Benchmark benchmark = new Benchmark();
        benchmark.rounds();
        benchmark.report();
        Explaining.report();
        FreshJvm.report(JVMS);
        TestsPerSecond.report();
        StartingEngines.report();
        EvidenceCost.report();
    }

    static Topology topology() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .vethPair(
                        "veth1-r",
                        veth -> veth.master("br0")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "veth1-b",
                        veth -> veth.master("br0")
                                .peer("veth2-b", peer -> peer.netns("blue").address("192.168.0.3/24")))
                .route(route -> route.netns("red").to("default").via("192.168.0.1"))
                .route(route -> route.netns("blue").to("default").via("192.168.0.1"))
                .build();
    }

    private void rounds() throws Exception {
        Topology topology = topology();
        // As the jupiter extension does when JUnit's launcher opens.
        Testbed.initialise();
        for (int i = 0; i < WARM_UP; i++) {
            netjig(topology, new Samples(), new Samples(), new Samples());
        }
        try (Shell shell = Shell.open()) {
            Rivals.define(shell);
            for (int round = 0; round < ROUNDS; round++) {
                pause();
                netjig(topology, setUp, ping, teardown);
                rival(shell, "batch", batch);
                rival(shell, "expert_batch", expertBatch);
                rival(shell, "document", document);
            }
        }
    }

    private static void netjig(Topology topology, Samples setUp, Samples ping, Samples teardown) {
        long start = System.nanoTime();
        Testbed testbed = Testbed.create(topology);
        setUp.addSince(start);
        try (testbed) {
            start = System.nanoTime();
            if (!Ping.of(testbed.netns("red"), "192.168.0.3").send().isAnswered()) {
                throw new IllegalStateException("red does not reach blue");
            }
            ping.addSince(start);
            start = System.nanoTime();
        }
        teardown.addSince(start);
    }

    private void rival(Shell shell, String name, Samples samples) throws Exception {
        pause();
        samples.add(shell.time(name));
        batchTeardown.add(shell.time("teardown"));
    }

    private void report() {
        List<String> lines = new ArrayList<>();
        lines.add("two namespaces on a bridge in a node namespace, addresses, routes; ms, median of " + ROUNDS
                + " rounds (quartiles)");
        lines.add(String.format(Locale.ROOT, "%-24s %-26s %8s   %s", "", "set-up", "ratio", "teardown"));
        lines.add(row("netjig, warm JVM", setUp, teardown));
        lines.add(row("ip -batch, as an expert", expertBatch, batchTeardown));
        lines.add(row("ip -batch, as usual", batch, batchTeardown));
        lines.add(row("the document's commands", document, batchTeardown));
        lines.add("netjig's first ping through the new network, ARP included: " + ping);
        lines.forEach(System.out::println);
    }

    private String row(String name, Samples setUp, Samples teardown) {
        double ratio = setUp.median() / this.setUp.median();
        return String.format(Locale.ROOT, "%-24s %-26s %7.1fx   %s", name, setUp, ratio, teardown);
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
