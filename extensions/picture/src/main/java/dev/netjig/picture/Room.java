package dev.netjig.picture;

import java.util.List;
import java.util.Optional;

/**
 * A namespace in a picture.
 *
 * @param toldOf whether its stack has its part in a story, even if there is nothing else to say of it
 * @param declared false if it is not of the topology, and only known because a packet was seen there
 */
record Room(String name, boolean declared, List<Device> devices, List<Tag> tags, boolean toldOf) {

    Room {
        devices = List.copyOf(devices);
        tags = List.copyOf(tags);
    }

    Room withStack() {
        return new Room(name, declared, devices, tags, true);
    }

    /** The devices that its stack talks to: all but the ports of bridges. */
    List<Device> own() {
        return devices.stream().filter(device -> !device.isPort()).toList();
    }

    List<Device> portsOf(Device bridge) {
        return devices.stream()
                .filter(device -> device.master().equals(Optional.of(bridge.name())))
                .toList();
    }

    /** Whether there is anything to say of its stack, or more than one device for it to join. */
    boolean showsStack() {
        return toldOf || !tags.isEmpty() || own().size() > 1;
    }
}
