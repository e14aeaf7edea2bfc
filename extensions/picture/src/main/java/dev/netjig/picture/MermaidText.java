package dev.netjig.picture;

import dev.netjig.picture.TextGraph.Edge;
import dev.netjig.picture.TextGraph.Group;
import dev.netjig.picture.TextGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a graph as a Mermaid flowchart. */
final class MermaidText {

    private MermaidText() {}

    static String of(Graph graph, Optional<Journey> journey) {
        TextGraph text = new TextGraph(graph, journey);
        List<String> lines = new ArrayList<>();
        text.title().ifPresent(title -> lines.addAll(List.of("---", "title: " + yaml(title), "---")));
        lines.add("flowchart LR");
        List<String> deadly = new ArrayList<>();
        for (Group group : text.groups()) {
            lines.add("  subgraph " + group.name() + "[\"" + escape(group.label()) + "\"]");
            for (Node node : group.nodes()) {
                String label = node.lines().stream().map(MermaidText::escape).collect(Collectors.joining("<br/>"));
                lines.add("    " + node.name() + "[\"" + label + "\"]");
                if (node.deadly()) {
                    deadly.add(node.name());
                }
            }
            lines.add("  end");
        }
        text.edges().forEach(edge -> lines.add("  " + edge.from() + arrow(edge) + edge.to()));
        if (!deadly.isEmpty()) {
            lines.add("  classDef deadly stroke:#b3141d,stroke-width:3px,stroke-dasharray:4 2");
            lines.add("  class " + String.join(",", deadly) + " deadly");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String arrow(Edge edge) {
        return switch (edge.use()) {
            case NONE -> " --- ";
            case REQUEST -> " ==> ";
            case ANSWER -> " -.-> ";
            case BOTH -> " <==> ";
        };
    }

    /** In a JSON string, which is a YAML string too. */
    private static String yaml(String title) {
        return "\"" + Lines.plain(title).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Mermaid reads {@code #name;} and {@code #number;} in a label. */
    private static String escape(String label) {
        return Lines.plain(label)
                .replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;");
    }
}
