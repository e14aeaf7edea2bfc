package dev.netjig.topology.plan;

import dev.netjig.topology.Topology;
import java.util.List;

final class Planner {
    private Planner() {}

    static List<Step> steps(Topology topology) {
        return List.of();
    }
}
