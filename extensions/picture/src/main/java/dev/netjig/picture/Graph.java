package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;
import dev.netjig.picture.Vertex.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a picture shows, before anything has a place: namespaces and the cables between them. */
record Graph(List<Room> rooms, List<Cable> cables) {

    Graph {
        rooms = List.copyOf(rooms);
        cables = List.copyOf(cables);
    }

    Optional<Room> room(String name) {
        return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    Optional<Device> device(Spot spot) {
        return room(spot.netns()).stream()
                .flatMap(room -> room.devices().stream())
                .filter(device -> device.spot().equals(spot))
                .findFirst();
    }

    /** Everything that a packet can go along, cables first. */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        cables.forEach(cable -> wires.add(new Wire(Wire.Kind.CABLE, cable.from(), cable.to())));
        for (Room room : rooms) {
            for (Device device : room.devices()) {
                if (device.isPort()) {
                    Spot bridge = new Spot(room.name(), device.master().orElseThrow());
                    wires.add(new Wire(Wire.Kind.FABRIC, device.spot(), bridge));
                } else if (room.showsStack()) {
                    wires.add(new Wire(Wire.Kind.UPLINK, device.spot(), new Stack(room.name())));
                }
            }
        }
        return wires;
    }

    /** Where a packet begins or ends in a namespace: its stack, if the picture shows it, else its first device. */
    Optional<Vertex> heart(String netns) {
        return room(netns)
                .flatMap(room -> room.showsStack()
                        ? Optional.of(new Stack(netns))
                        : room.own().stream().findFirst().map(Device::spot));
    }
}
