package dev.netjig.picture;

import dev.netjig.picture.Vertex.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A graph as languages for graphs want it: nodes with names and labels, in groups, and edges between them. */
final class TextGraph {

    /** What a packet did on an edge. */
    enum Use {
        NONE,
        /** From the first node to the second. */
        REQUEST,
        ANSWER,
        BOTH
    }

    /** A node by its name in the text; the label's lines are not escaped. */
    record Node(String name, List<String> lines, boolean deadly) {}

    record Group(String name, String label, List<Node> nodes) {}

    record Edge(String from, String to, Use use) {}

    private final Graph graph;
    private final Optional<Journey> journey;
    private final Map<Vertex, String> names = new LinkedHashMap<>();

    TextGraph(Graph graph, Optional<Journey> journey) {
        this.graph = graph;
        this.journey = journey;
        for (Room room : graph.rooms()) {
            room.devices().forEach(device -> names.put(device.spot(), "d" + names.size()));
            if (room.showsStack()) {
                names.put(new Stack(room.name()), "s" + names.size());
            }
        }
    }

    Optional<String> title() {
        return journey.map(Journey::title);
    }

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Room room : graph.rooms()) {
            groups.add(new Group("n" + groups.size(), room.name(), nodes(room)));
        }
        return groups;
    }

    private List<Node> nodes(Room room) {
        List<Node> nodes = new ArrayList<>();
        for (Device device : room.devices()) {
            List<String> lines = new ArrayList<>(List.of(device.name()));
            lines.addAll(device.addresses());
            lines.addAll(device.notes());
            nodes.add(new Node(name(device.spot()), lines, isGrave(device.spot())));
        }
        if (room.showsStack()) {
            Stack stack = new Stack(room.name());
            nodes.add(new Node(name(stack), stackLines(room), isGrave(stack)));
        }
        return nodes;
    }

    private List<String> stackLines(Room room) {
        List<String> lines = new ArrayList<>();
        journey.flatMap(Journey::death)
                .filter(death -> death.at().netns().equals(room.name()))
                .ifPresent(death -> lines.add("✕ " + death.words()));
        room.tags().forEach(tag -> lines.add(tag.kind().sign() + ": " + tag.text()));
        journey.stream()
                .flatMap(way -> way.rewrites().stream())
                .filter(rewrite -> rewrite.netns().equals(room.name()))
                .forEach(rewrite -> lines.add("now: " + rewrite.change()));
        return lines.isEmpty() ? List.of("stack") : lines;
    }

    /** Those that a packet went along lead its way. */
    List<Edge> edges() {
        return graph.wires().stream().map(this::edge).toList();
    }

    private Edge edge(Wire wire) {
        List<Step> steps = journey.map(way -> way.along(wire)).orElse(List.of());
        Optional<Step> request = steps.stream().filter(step -> !step.answer()).findFirst();
        Optional<Step> answer = steps.stream().filter(Step::answer).findFirst();
        Use use = request.isPresent()
                ? (answer.isPresent() ? Use.BOTH : Use.REQUEST)
                : (answer.isPresent() ? Use.ANSWER : Use.NONE);
        Optional<Step> first = request.or(() -> answer);
        String from = name(first.map(Step::from).orElse(wire.from()));
        String to = name(first.map(Step::to).orElse(wire.to()));
        return new Edge(from, to, use);
    }

    private boolean isGrave(Vertex vertex) {
        return journey.flatMap(Journey::death)
                .filter(death -> death.at().equals(vertex))
                .isPresent();
    }

    private String name(Vertex vertex) {
        return Objects.requireNonNull(names.get(vertex));
    }
}
