package dev.netjig.picture;

import dev.netjig.evidence.Case;
import dev.netjig.evidence.Exhibit;
import dev.netjig.evidence.ExhibitProvider;
import java.util.List;

/**
 * Every test's picture, {@code topology.svg}: its topology with the last packet that was watched. Where all evidence is
 * wanted, the same as Mermaid and DOT. Drawn when it is written, not while the test waits.
 */
public final class TopologyExhibit implements ExhibitProvider {

    /** For {@link java.util.ServiceLoader}. */
    public TopologyExhibit() {}

    @Override
    public List<Exhibit> exhibits(Case test) {
        Exhibit svg =
                Exhibit.of("topology.svg", "image/svg+xml", () -> picture(test).toSvg());
        return test.isFull()
                ? List.of(
                        svg,
                        Exhibit.of(
                                "topology.mmd",
                                "text/vnd.mermaid",
                                () -> picture(test).toMermaid()),
                        Exhibit.of(
                                "topology.dot",
                                "text/vnd.graphviz",
                                () -> picture(test).toDot()))
                : List.of(svg);
    }

    private static TopologyPicture picture(Case test) {
        TopologyPicture picture = TopologyPicture.of(test.topology());
        return test.observations().stream()
                .reduce((earlier, later) -> later)
                .map(picture::withJourney)
                .orElse(picture);
    }
}
