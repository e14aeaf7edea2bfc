package dev.netjig.diagnosis;

import dev.netjig.probe.Exchange;
import dev.netjig.probe.Flow;
import dev.netjig.probe.Probe;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Probes that are prepared, and yet to be sent. */
final class Exchanges implements AutoCloseable {

    private final Deque<Exchange> waiting = new ArrayDeque<>();

    private Exchanges() {}

    static Exchanges open(List<? extends Probe> probes) {
        Exchanges exchanges = new Exchanges();
        try {
            probes.forEach(probe -> exchanges.waiting.add(probe.open()));
            return exchanges;
        } catch (RuntimeException failed) {
            exchanges.close();
            throw failed;
        }
    }

    List<Flow> flows() {
        return waiting.stream().map(Exchange::flow).toList();
    }

    /** The next one, which is the caller's to close. */
    Exchange next() {
        return waiting.remove();
    }

    @Override
    public void close() {
        waiting.forEach(Exchange::close);
        waiting.clear();
    }
}
