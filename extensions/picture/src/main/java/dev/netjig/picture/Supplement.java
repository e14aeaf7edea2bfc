package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds to a graph what nobody declared, but where a packet was seen: what others made while the test ran. */
final class Supplement {

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final List<Cable> cables;

    private Supplement(Graph graph) {
        graph.rooms().forEach(room -> rooms.put(room.name(), room));
        cables = new ArrayList<>(graph.cables());
    }

    /** The graph with a namespace for each name, and a device for each spot. */
    static Graph with(Graph graph, List<String> netns, List<Spot> spots) {
        Supplement supplement = new Supplement(graph);
        netns.forEach(supplement::room);
        spots.forEach(supplement::device);
        return supplement.graph();
    }

    /** The graph with a cable that leads from one spot to another. */
    static Graph with(Graph graph, Spot from, Spot to) {
        Supplement supplement = new Supplement(graph);
        supplement.cables.add(new Cable(from, to, false));
        return supplement.graph();
    }

    private Graph graph() {
        return new Graph(List.copyOf(rooms.values()), cables);
    }

    private Room room(String name) {
        return rooms.computeIfAbsent(name, missing -> new Room(missing, false, List.of(), List.of(), false));
    }

    private void device(Spot spot) {
        Room room = room(spot.netns());
        if (room.devices().stream().noneMatch(device -> device.spot().equals(spot))) {
            List<Device> devices = new ArrayList<>(room.devices());
            devices.add(Device.seen(spot));
            rooms.put(room.name(), new Room(room.name(), room.declared(), devices, room.tags(), room.toldOf()));
        }
    }
}
