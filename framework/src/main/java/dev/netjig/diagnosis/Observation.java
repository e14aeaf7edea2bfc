package dev.netjig.diagnosis;

import dev.netjig.probe.ProbeResult;
import dev.netjig.probe.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * What became of a probe that was watched.
 *
 * @param result what the sender saw
 * @param path where the packet, and the answer to it, were seen, in order
 * @param passages the rules and policies that let them through, in the order of their way
 * @param explanation why there was no answer; empty if there was one
 * @param notLookedAt what is missing in the path and among the passages, and why
 */
public record Observation(
        ProbeResult result,
        List<Sighting> path,
        List<Passage> passages,
        Optional<Explanation> explanation,
        List<String> notLookedAt) {

    public Observation {
        path = List.copyOf(path);
        passages = List.copyOf(passages);
        notLookedAt = List.copyOf(notLookedAt);
    }

    /** The path with what NAT changed on it. */
    public List<Hop> hops() {
        return Hop.of(path);
    }

    /** For people: why it was lost or, if it was answered, the path and what let it through. */
    public String text() {
        return ObservationText.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
