package dev.netjig.suites.bench;

import dev.netjig.testbed.Testbed;
import dev.netjig.testcontainers.Engine;
import dev.netjig.topology.Topology;

/** What a Docker engine of a test's own costs, and a container in it. */
final class StartingEngines {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = Integer.getInteger("netjig.bench.engines", 10);

    private StartingEngines() {}

    static void report() {
        Samples start = new Samples();
        Samples image = new Samples();
        Samples container = new Samples();
        Samples stop = new Samples();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            try (Testbed testbed = Testbed.create(Topology.builder().build());
                    Engine engine = Engine.in(testbed.node())) {
                boolean kept = round >= 0;
                time(kept ? start : new Samples(), engine::start);
                time(kept ? image : new Samples(), engine::busybox);
                time(kept ? container : new Samples(), () -> engine.run("web", "sleep", "600"));
                time(kept ? stop : new Samples(), engine::close);
            }
        }
        System.out.println();
        System.out.println("a Docker engine in a warm JVM; ms, median of " + ROUNDS + " (quartiles)");
        System.out.println("start, until it answers:      " + start);
        System.out.println("load the image:               " + image);
        System.out.println("start a container:            " + container);
        System.out.println("stop, container and all:      " + stop);
    }

    /** Only this. */
    public static void main(String[] arguments) {
        Testbed.initialise();
        report();
    }

    private static void time(Samples samples, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        samples.addSince(begin);
    }
}
