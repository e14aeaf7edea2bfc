package dev.netjig.picture;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.topology.Topology;
import java.util.Optional;

/**
 * A picture of a topology and, if one is given, of the way of a packet through it. Immutable.
 *
 * <pre>{@code
 * String svg = TopologyPicture.of(testbed.topology()).withJourney(explanation).toSvg();
 * }</pre>
 */
public final class TopologyPicture {

    private final Graph graph;
    private final Optional<Journey> journey;

    private TopologyPicture(Graph graph, Optional<Journey> journey) {
        this.graph = graph;
        this.journey = journey;
    }

    /** The namespaces with their devices, routes, rules and settings, and the cables between them. */
    public static TopologyPicture of(Topology topology) {
        return new TopologyPicture(GraphReader.read(topology), Optional.empty());
    }

    /**
     * The same with the way of a lost packet, up to where it died, and of what. Namespaces and devices that it was seen
     * in, but that the topology does not declare, are drawn with broken lines.
     */
    public TopologyPicture withJourney(Explanation explanation) {
        return with(JourneyReader.read(graph, explanation));
    }

    /** The same with the way of a packet that was watched, whether or not it arrived. */
    public TopologyPicture withJourney(Observation observation) {
        return with(JourneyReader.read(graph, observation));
    }

    private static TopologyPicture with(JourneyReader.Travelled travelled) {
        return new TopologyPicture(travelled.graph(), Optional.of(travelled.journey()));
    }

    /** As one self-contained SVG file, dark where the reader's system is. */
    public String toSvg() {
        return toSvg(Theme.AUTO);
    }

    /** As one self-contained SVG file. */
    public String toSvg(Theme theme) {
        return SvgPicture.draw(graph, journey, theme);
    }

    /**
     * As PNG, twice as large as the SVG so that it stays sharp. Needs JSVG ({@code com.github.weisj:jsvg}) on the class
     * path, and fonts on the machine.
     *
     * @throws NoClassDefFoundError if there is no JSVG
     */
    public byte[] toPng(Theme theme) {
        return Png.of(toSvg(theme == Theme.AUTO ? Theme.LIGHT : theme), 2);
    }

    /** The same graph as a Mermaid flowchart: the request along thick arrows, an answer of its own along dotted ones. */
    public String toMermaid() {
        return MermaidText.of(graph, journey);
    }

    /** The same graph in DOT, for Graphviz. */
    public String toDot() {
        return DotText.of(graph, journey);
    }
}
