package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;
import java.util.Map;

/**
 * A graph in which everything has its place.
 *
 * @param stacks by namespace
 */
record Scene(
        double width,
        double height,
        Map<String, Box> rooms,
        Map<Spot, Box> devices,
        Map<String, Box> stacks,
        Map<String, StackCard> cards,
        Map<Wire, Line> wires) {

    Scene {
        rooms = Map.copyOf(rooms);
        devices = Map.copyOf(devices);
        stacks = Map.copyOf(stacks);
        cards = Map.copyOf(cards);
        wires = Map.copyOf(wires);
    }
}
