package dev.netjig.assertions;

import dev.netjig.probe.Exchange;
import dev.netjig.probe.Probe;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Probes that are all sent at once. */
final class Volley {

    /** Long for an answer, which takes microseconds, and short for who waits for one that does not come. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private Volley() {}

    /** Those of {@code probes} that were not answered in a short time. */
    static Set<Probe> unanswered(List<Probe> probes) {
        Map<Probe, Exchange> exchanges = new LinkedHashMap<>();
        try {
            open(probes, exchanges);
            exchanges.values().forEach(Exchange::send);
            return unanswered(exchanges);
        } finally {
            exchanges.values().forEach(Exchange::close);
        }
    }

    /** All of one sender by one thread: a thread costs more than a socket. */
    private static void open(List<Probe> probes, Map<Probe, Exchange> exchanges) {
        Map<NetworkNamespace, List<Probe>> senders =
                probes.stream().collect(Collectors.groupingBy(Probe::from, LinkedHashMap::new, Collectors.toList()));
        senders.forEach((from, own) -> from.open(() -> {
            own.forEach(probe -> exchanges.put(probe, probe.open()));
            return own;
        }));
    }

    private static Set<Probe> unanswered(Map<Probe, Exchange> exchanges) {
        Set<Probe> unanswered = new LinkedHashSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        exchanges.forEach((probe, exchange) -> {
            if (exchange.result().refusal().isEmpty()) {
                exchange.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
            if (!exchange.result().isAnswered()) {
                unanswered.add(probe);
            }
        });
        return unanswered;
    }
}
