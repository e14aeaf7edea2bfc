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
 * @param explanation why there was no answer; empty if there was one
 */
public record Observation(ProbeResult result, List<Sighting> path, Optional<Explanation> explanation) {

    public Observation {
        path = List.copyOf(path);
    }

    /** The path with what NAT changed on it. */
    public List<Hop> hops() {
        return Hop.of(path);
    }
}
