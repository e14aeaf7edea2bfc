package dev.netjig.topology;

import java.util.List;

/** The problems of a topology, as the user reads them. */
final class Problems {

    private Problems() {}

    /** Empty if it is valid. */
    static List<String> of(Topology.Builder builder) {
        try {
            builder.build();
            return List.of();
        } catch (InvalidTopologyException invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
    }
}
