package dev.netjig.testcontainers;

import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;

/** What {@link KilledJvmTests} runs in a JVM of its own: it starts an engine and waits to be killed, or ends. */
final class Victim {

    static final String READY = "ready";
    static final String END = "end";

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Testbed testbed = Testbed.create(Topology.builder().build());
                Engine engine = Engine.in(testbed.node())) {
            engine.start();
            engine.run("web", "sleep", "600");
            System.out.println(READY);
            if (!arguments[0].equals(END)) {
                Thread.sleep(600_000);
            }
        }
    }
}
