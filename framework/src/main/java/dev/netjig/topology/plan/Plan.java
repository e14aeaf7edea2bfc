package dev.netjig.topology.plan;

import dev.netjig.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps that build a topology, in order.
 *
 * @param steps each needs only what those before it made
 */
public record Plan(List<Step> steps) {

    /** Copies the list. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** The plan of a topology. */
    public static Plan of(Topology topology) {
        return new Plan(Planner.steps(topology));
    }

    /** The steps that are not in {@code earlier}, which was carried out already. */
    public Plan after(Plan earlier) {
        Set<Step> done = new HashSet<>(earlier.steps());
        return new Plan(steps.stream().filter(step -> !done.contains(step)).toList());
    }

    /** A script for {@code sh}, to be run as root, that does the same by hand. */
    public String toShellScript() {
        return ShellScript.of(this);
    }

    /** One step a line. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }
}
