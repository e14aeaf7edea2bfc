package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;
import java.util.List;
import java.util.Optional;

/**
 * A network device in a picture.
 *
 * @param addresses with their prefix lengths
 * @param notes what is unusual about it: {@code down}, {@code mtu 1400}
 * @param master the bridge that it is a port of
 * @param declared false if it is not of the topology, and only known because a packet was seen there
 */
record Device(
        Spot spot, Kind kind, List<String> addresses, List<String> notes, Optional<String> master, boolean declared) {

    enum Kind {
        LINK,
        BRIDGE,
        LOOPBACK
    }

    Device {
        addresses = List.copyOf(addresses);
        notes = List.copyOf(notes);
    }

    /** A device of which only the name is known. */
    static Device seen(Spot spot) {
        return new Device(spot, Kind.LINK, List.of(), List.of(), Optional.empty(), false);
    }

    String name() {
        return spot.dev();
    }

    boolean isPort() {
        return master.isPresent();
    }

    boolean isBridge() {
        return kind == Kind.BRIDGE;
    }

    /** In one sentence, for those who cannot see the picture. */
    String describe() {
        String what = isBridge() ? "bridge " : "";
        return what
                + spot
                + master.map(bridge -> ", port of " + bridge).orElse("")
                + (addresses.isEmpty() ? "" : ", " + String.join(", ", addresses))
                + (notes.isEmpty() ? "" : ", " + String.join(", ", notes))
                + (declared ? "" : ", not declared");
    }
}
