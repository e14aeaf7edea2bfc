package dev.netjig.suites.bench;

import dev.netjig.probe.Ping;
import dev.netjig.testbed.Testbed;

/**
 * What {@link FreshJvm} runs in a JVM of its own: the first topology that the JVM builds. The native libraries are loaded
 * in the background meanwhile, as the jupiter extension has it done when JUnit's launcher opens.
 */
final class FirstTopology {

    private FirstTopology() {}

    public static void main(String[] args) {
        long main = System.nanoTime();
        Thread warmUp = new Thread(Testbed::initialise, "netjig-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        try (Testbed testbed = Testbed.create(Benchmark.topology())) {
            long ready = System.nanoTime();
            boolean reached =
                    Ping.of(testbed.netns("red"), "192.168.0.3").send().isAnswered();
            long answered = System.nanoTime();
            System.out.println((ready - main) / 1e6 + " " + (answered - ready) / 1e6 + " " + reached);
        }
    }
}
