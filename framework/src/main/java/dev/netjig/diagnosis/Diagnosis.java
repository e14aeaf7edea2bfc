package dev.netjig.diagnosis;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Ping;
import dev.netjig.probe.PingResult;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends a probe while everything watches, and explains what became of it.
 *
 * <p>It ends as soon as the packet's death is proven; silence alone is waited for as long as the probe says.
 */
public final class Diagnosis {

    /** From the strongest evidence to the weakest; the first that proves something is believed. */
    private static final List<Witness> WITNESSES =
            List.of(new FilterWitness(), new RefusalWitness(), new IcmpErrorWitness(), new PathWitness());

    /** When to look at the evidence while nothing has come back: most deaths are certain within microseconds. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofMillis(5), Duration.ofMillis(15), Duration.ofMillis(80), Duration.ofMillis(200));

    private Diagnosis() {}

    /** Sends {@code ping} under watch. */
    public static Observation observe(Ping ping) {
        NetworkNamespace sender = ping.from();
        Testbed testbed = sender.testbed();
        synchronized (testbed) {
            try (EchoExchange exchange = ping.open();
                    Watch watch = Watch.over(testbed.allNamespaces(), exchange.id())) {
                return observe(ping, watch, exchange);
            }
        }
    }

    private static Observation observe(Ping ping, Watch watch, EchoExchange exchange) {
        boolean over = exchange.send().isPresent();
        long deadline = System.nanoTime() + ping.timeout().toNanos();
        int look = 0;
        while (true) {
            if (!over) {
                boolean heard = exchange.await(pause(look++, deadline));
                if (exchange.result().isAnswered()) {
                    return answered(ping, watch, exchange);
                }
                over = heard || System.nanoTime() >= deadline;
            }
            Scene scene = scene(ping, watch, exchange, over);
            Optional<Finding> finding = investigate(scene);
            if (over || finding.filter(Finding::isProven).isPresent()) {
                return new Observation(
                        scene.result(), scene.trail().path(), Optional.of(explain(scene, watch, finding)));
            }
        }
    }

    private static Observation answered(Ping ping, Watch watch, EchoExchange exchange) {
        List<Sighting> path = scene(ping, watch, exchange, true).trail().path();
        return new Observation(exchange.result(), path, Optional.empty());
    }

    private static Duration pause(int look, long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (look >= LOOKS.size()) {
            return left;
        }
        Duration next = LOOKS.get(look);
        return next.compareTo(left) < 0 ? next : left;
    }

    private static Scene scene(Ping ping, Watch watch, EchoExchange exchange, boolean over) {
        PingResult result = exchange.result();
        Trail trail = Trail.of(exchange, watch.sightings(), watch.wiring());
        return new Scene(watch, ping.from(), result, trail, watch.steps(trail::isOurs), over);
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
        Finding believed = finding.orElseGet(() -> unknown(scene));
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
