package dev.netjig.diagnosis;

import dev.netjig.probe.Exchange;
import dev.netjig.probe.Probe;
import dev.netjig.probe.ProbeResult;
import dev.netjig.testbed.Testbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends a probe while everything watches, and explains what became of it.
 *
 * <p>It ends as soon as the packet's death is proven; silence alone is waited for as long as the probe says.
 */
public final class Diagnosis {

    /** From the strongest evidence to the weakest; the first that proves something is believed. */
    private static final List<Witness> WITNESSES = List.of(
            new FilterWitness(), new RefusalWitness(), new IcmpErrorWitness(), new AnswerWitness(), new PathWitness());

    /** When to look at the evidence while nothing has come back: most deaths are certain within microseconds. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofMillis(5), Duration.ofMillis(15), Duration.ofMillis(80), Duration.ofMillis(200));

    private Diagnosis() {}

    /** Sends {@code probe} under watch, and leaves what it saw in the testbed's journal. */
    public static Observation observe(Probe probe) {
        return observe(List.of(probe)).get(0);
    }

    /**
     * Sends {@code probes}, all of one testbed, one after the other. What watches is set up once for all of them, which
     * takes longer than most probes do.
     */
    public static List<Observation> observe(List<? extends Probe> probes) {
        if (probes.isEmpty()) {
            return List.of();
        }
        Testbed testbed = probes.get(0).from().testbed();
        if (probes.stream().anyMatch(probe -> probe.from().testbed() != testbed)) {
            throw new IllegalArgumentException("the probes are not of one testbed: " + probes);
        }
        synchronized (testbed) {
            try (Exchanges exchanges = Exchanges.open(probes);
                    Watch watch = Watch.over(testbed.allNamespaces(), exchanges.flows())) {
                List<Observation> all = new ArrayList<>();
                for (Probe probe : probes) {
                    if (!all.isEmpty()) {
                        watch.forget();
                    }
                    // Closed at once: TCP would send its SYN again.
                    try (Exchange exchange = exchanges.next()) {
                        Observation observation = observe(probe, watch, exchange);
                        testbed.journal().add(observation);
                        all.add(observation);
                    }
                }
                return all;
            }
        }
    }

    private static Observation observe(Probe probe, Watch watch, Exchange exchange) {
        boolean over = exchange.send().isPresent();
        long deadline = System.nanoTime() + probe.timeout().toNanos();
        int look = 0;
        while (true) {
            if (!over) {
                boolean heard = exchange.await(pause(look++, deadline));
                if (exchange.result().isAnswered()) {
                    return observation(scene(probe, watch, exchange, true), watch, Optional.empty());
                }
                over = heard || System.nanoTime() >= deadline;
            }
            Scene scene = scene(probe, watch, exchange, over);
            Optional<Finding> finding = investigate(scene);
            if (over || finding.filter(Finding::isProven).isPresent()) {
                return observation(scene, watch, Optional.of(explain(scene, watch, finding)));
            }
        }
    }

    private static Observation observation(Scene scene, Watch watch, Optional<Explanation> explanation) {
        return new Observation(scene.result(), scene.trail().path(), Passages.of(scene), explanation, watch.gaps());
    }

    private static Duration pause(int look, long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (look >= LOOKS.size()) {
            return left;
        }
        Duration next = LOOKS.get(look);
        return next.compareTo(left) < 0 ? next : left;
    }

    private static Scene scene(Probe probe, Watch watch, Exchange exchange, boolean over) {
        ProbeResult result = exchange.result();
        Trail trail = Trail.of(exchange.flow(), watch.sightings(), watch.wiring());
        return new Scene(watch, probe.from(), result, trail, watch.steps(trail::isOurs), over);
    }

    private static Optional<Finding> investigate(Scene scene) {
        Optional<Finding> best = Optional.empty();
        for (Witness witness : WITNESSES) {
            Optional<Finding> finding = witness.testify(scene);
            if (finding.filter(Finding::isProven).isPresent()) {
                return finding;
            }
            best = best.or(() -> finding);
        }
        return best;
    }

    private static Explanation explain(Scene scene, Watch watch, Optional<Finding> finding) {
        SecondTier tier = SecondTier.of(scene);
        Finding believed = finding.map(tier::check).or(tier::testify).orElseGet(() -> unknown(scene));
        return new Explanation(
                scene.result(),
                scene.trail().path(),
                believed.cause(),
                believed.confidence(),
                believed.evidence(),
                watch.notLookedAt());
    }

    private static Finding unknown(Scene scene) {
        return scene.trail()
                .last()
                .map(sighting -> Finding.inferred(
                        new Cause.Unknown(sighting.netns(), sighting.toString()), PathWitness.lastSeen(sighting)))
                .orElseGet(() -> Finding.inferred(new Cause.Unknown(
                        scene.sender().name(),
                        "nowhere; it did not leave " + scene.sender().name())));
    }
}
