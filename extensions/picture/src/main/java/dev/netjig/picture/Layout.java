package dev.netjig.picture;

import dev.netjig.picture.Line.Point;
import dev.netjig.picture.Vertex.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives everything its place: ELK the namespaces and the cables between them, {@link RoomPlan} what is in them. */
final class Layout {

    private final Sides sides;
    private final ElkNode root = Elk.graph();
    private final Map<String, RoomPlan> plans = new LinkedHashMap<>();
    private final Map<String, StackCard> cards = new HashMap<>();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Spot, ElkPort> ports = new HashMap<>();
    private final Map<Wire, ElkEdge> edges = new LinkedHashMap<>();

    private Layout(Graph graph, Optional<Journey> journey) {
        this.sides = new Sides(graph, Ranks.of(graph, journey));
        for (Room room : graph.rooms()) {
            StackCard card = StackCard.of(room, journey);
            RoomPlan plan = new RoomPlan(room, card, sides);
            cards.put(room.name(), card);
            plans.put(room.name(), plan);
            nodes.put(room.name(), Elk.node(root, plan.width(), plan.height()));
        }
        graph.wires().stream().filter(wire -> wire.kind() == Wire.Kind.CABLE).forEach(this::cable);
    }

    static Scene of(Graph graph, Optional<Journey> journey) {
        Layout layout = new Layout(graph, journey);
        Elk.layout(layout.root);
        return layout.scene();
    }

    private void cable(Wire cable) {
        ElkPort from = port((Spot) cable.from());
        ElkPort to = port((Spot) cable.to());
        boolean forward = sides.isForward(cable);
        edges.put(cable, ElkGraphUtil.createSimpleEdge(forward ? from : to, forward ? to : from));
    }

    private ElkPort port(Spot spot) {
        return ports.computeIfAbsent(spot, missing -> {
            Point threshold = Objects.requireNonNull(plans.get(missing.netns()))
                    .threshold(missing)
                    .first();
            return Elk.port(Objects.requireNonNull(nodes.get(missing.netns())), sides.isRight(missing), threshold);
        });
    }

    private Scene scene() {
        Map<String, Box> rooms = new HashMap<>();
        Map<Spot, Box> devices = new HashMap<>();
        Map<String, Box> stacks = new HashMap<>();
        Map<Wire, Line> wires = new HashMap<>();
        plans.forEach((name, plan) -> {
            Point corner = corner(name);
            rooms.put(name, new Box(corner.x(), corner.y(), plan.width(), plan.height()));
            plan.devices().forEach((spot, box) -> devices.put(spot, box.movedBy(corner.x(), corner.y())));
            plan.stackBox().ifPresent(box -> stacks.put(name, box.movedBy(corner.x(), corner.y())));
            plan.wires().forEach((wire, line) -> wires.put(wire, line.movedBy(corner.x(), corner.y())));
        });
        edges.forEach((cable, edge) -> wires.put(cable, line(cable, edge)));
        return new Scene(root.getWidth(), root.getHeight(), rooms, devices, stacks, cards, wires);
    }

    private Point corner(String room) {
        ElkNode node = Objects.requireNonNull(nodes.get(room));
        return new Point(node.getX(), node.getY());
    }

    private Line line(Wire cable, ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Point> points = new ArrayList<>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
        points.add(new Point(section.getEndX(), section.getEndY()));
        Line between = new Line(points);
        Line directed = sides.isForward(cable) ? between : between.reversed();
        return threshold((Spot) cable.from()).reversed().then(directed).then(threshold((Spot) cable.to()));
    }

    private Line threshold(Spot spot) {
        Point corner = corner(spot.netns());
        return Objects.requireNonNull(plans.get(spot.netns())).threshold(spot).movedBy(corner.x(), corner.y());
    }
}
