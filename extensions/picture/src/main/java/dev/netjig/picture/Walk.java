package dev.netjig.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Joins the places where a packet was seen by the wires that lie between them. */
final class Walk {

    private List<Wire> wires;
    private final boolean answer;
    private final Set<Vertex> visited = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();

    Walk(Graph graph, boolean answer) {
        this.wires = graph.wires();
        this.answer = answer;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    boolean hasBegun() {
        return !visited.isEmpty();
    }

    /** Goes on with the wires of a graph that has grown. */
    void growTo(Graph grown) {
        wires = grown.wires();
    }

    /**
     * Goes to {@code target} by the fewest wires from wherever the packet has been: a bridge that floods a packet sends it
     * several ways.
     *
     * @return false if no wire leads there
     */
    boolean to(Vertex target) {
        if (visited.isEmpty()) {
            visited.add(target);
            return true;
        }
        if (visited.contains(target)) {
            return true;
        }
        Map<Vertex, Wire> towards = new HashMap<>();
        Deque<Vertex> queue = new ArrayDeque<>();
        queue.add(target);
        while (!queue.isEmpty()) {
            Vertex reached = queue.remove();
            if (visited.contains(reached)) {
                follow(reached, target, towards);
                return true;
            }
            for (Wire wire : wires) {
                if (wire.touches(reached)) {
                    Vertex next = wire.other(reached);
                    if (!next.equals(target) && towards.putIfAbsent(next, wire) == null) {
                        queue.add(next);
                    }
                }
            }
        }
        return false;
    }

    private void follow(Vertex from, Vertex target, Map<Vertex, Wire> towards) {
        Vertex here = from;
        while (!here.equals(target)) {
            Wire wire = Objects.requireNonNull(towards.get(here));
            Step step = new Step(wire, wire.from().equals(here), answer);
            steps.add(step);
            here = step.to();
            visited.add(here);
        }
    }
}
