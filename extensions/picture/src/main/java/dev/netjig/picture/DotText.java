package dev.netjig.picture;

import dev.netjig.picture.TextGraph.Edge;
import dev.netjig.picture.TextGraph.Group;
import dev.netjig.picture.TextGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a graph in DOT, the language of Graphviz. */
final class DotText {

    private DotText() {}

    static String of(Graph graph, Optional<Journey> journey) {
        TextGraph text = new TextGraph(graph, journey);
        List<String> lines = new ArrayList<>();
        lines.add("digraph netjig {");
        lines.add("  rankdir=LR");
        text.title().ifPresent(title -> lines.add("  labelloc=t; label=" + quoted(List.of(title))));
        lines.add("  node [shape=box, style=rounded, fontname=monospace]");
        lines.add("  edge [dir=none, color=gray40]");
        for (Group group : text.groups()) {
            lines.add("  subgraph cluster_" + group.name() + " {");
            lines.add("    label=" + quoted(List.of(group.label())));
            for (Node node : group.nodes()) {
                String dead = node.deadly() ? ", color=\"#b3141d\", penwidth=3" : "";
                lines.add("    " + node.name() + " [label=" + quoted(node.lines()) + dead + "]");
            }
            lines.add("  }");
        }
        text.edges().forEach(edge -> lines.add("  " + edge.from() + " -> " + edge.to() + attributes(edge)));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String attributes(Edge edge) {
        return switch (edge.use()) {
            case NONE -> "";
            case REQUEST -> " [dir=forward, penwidth=3, color=\"#0550ae\"]";
            case ANSWER -> " [dir=forward, style=dashed, color=\"#0550ae\"]";
            case BOTH -> " [dir=both, penwidth=3, color=\"#0550ae\"]";
        };
    }

    private static String quoted(List<String> lines) {
        return lines.stream()
                .map(line -> Lines.plain(line).replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\\n", "\"", "\""));
    }
}
