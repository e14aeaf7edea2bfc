package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;

/** At which side of its namespace a device stands: where its cable leads. */
final class Sides {

    private final Graph graph;
    private final Ranks ranks;

    Sides(Graph graph, Ranks ranks) {
        this.graph = graph;
        this.ranks = ranks;
    }

    /** Whether a cable leads from left to right. */
    boolean isForward(Wire cable) {
        return graph.cables().stream()
                .filter(candidate -> candidate.joins((Spot) cable.from(), (Spot) cable.to()))
                .anyMatch(ranks::isForward);
    }

    /** Right, if no cable would have it elsewhere. */
    boolean isRight(Spot spot) {
        return graph.cables().stream()
                .filter(cable -> cable.from().equals(spot) || cable.to().equals(spot))
                .findFirst()
                .map(cable -> ranks.isForward(cable) == cable.from().equals(spot))
                .orElse(true);
    }
}
