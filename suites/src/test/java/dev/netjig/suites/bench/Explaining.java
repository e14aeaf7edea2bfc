package dev.netjig.suites.bench;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.probe.Ping;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;

/**
 * What it costs to know why a packet was lost: the same two namespaces with FORWARD DROP. The explanation of a packet that
 * a rule drops is certain at once, so that no time-out is part of it.
 */
final class Explaining {

    private static final int ROUNDS = 60;

    private Explaining() {}

    static void report() {
        Samples unwatched = new Samples();
        Samples passing = new Samples();
        try (Testbed testbed = Testbed.create(Benchmark.topology())) {
            for (int round = 0; round < 3 * ROUNDS; round++) {
                Samples kept = round < 2 * ROUNDS ? new Samples() : unwatched;
                long start = System.nanoTime();
                Ping.of(testbed.netns("red"), "192.168.0.3").send();
                kept.addSince(start);
                start = System.nanoTime();
                Diagnosis.observe(Ping.of(testbed.netns("red"), "192.168.0.3"));
                (round < 2 * ROUNDS ? new Samples() : passing).addSince(start);
            }
        }
        Samples lost = new Samples();
        String tier = "";
        try (Testbed testbed = Testbed.create(dropping())) {
            for (int round = 0; round < 3 * ROUNDS; round++) {
                long start = System.nanoTime();
                Explanation explanation = Diagnosis.observe(Ping.of(testbed.netns("red"), "192.168.0.3"))
                        .explanation()
                        .orElseThrow();
                (round < 2 * ROUNDS ? new Samples() : lost).addSince(start);
                tier = "tier " + explanation.tier();
            }
        }
        System.out.println();
        System.out.println("a ping in a warm JVM; ms, median of " + ROUNDS + " (quartiles), " + tier);
        System.out.println("answered, not watched:  " + unwatched);
        System.out.println("answered, watched:      " + passing);
        System.out.println("dropped, explained:     " + lost);
    }

    /** With the system property {@code netjig.tier=0}, without the kernel's own tracepoint. */
    public static void main(String[] args) {
        Testbed.initialise();
        report();
    }

    private static Topology dropping() {
        return Benchmark.topology().toBuilder()
                .chainPolicy(chain -> chain.chain(Chain.FORWARD).policy(Policy.DROP))
                .build();
    }
}
