package dev.netjig.picture;

import java.util.List;
import java.util.Optional;

/**
 * A packet's way through a graph.
 *
 * @param title what was tried and what came of it
 * @param steps the request's way, then that of the answer or error
 * @param start where the probe was sent from
 * @param death empty if it was answered
 * @param rewrites what NAT changed, by namespace
 * @param story the whole of it for those who cannot see the picture
 */
record Journey(
        String title,
        List<Step> steps,
        Optional<Vertex> start,
        Optional<Death> death,
        List<Rewrite> rewrites,
        String story) {

    /** {@code source 192.168.0.2 → 10.0.0.2}, in one namespace. */
    record Rewrite(String netns, String change) {}

    Journey {
        steps = List.copyOf(steps);
        rewrites = List.copyOf(rewrites);
    }

    /** Where the request went last. */
    Optional<Vertex> end() {
        return steps.stream()
                .filter(step -> !step.answer())
                .reduce((earlier, later) -> later)
                .map(Step::to)
                .or(() -> start);
    }

    List<Step> along(Wire wire) {
        return steps.stream().filter(step -> step.wire().equals(wire)).toList();
    }
}
