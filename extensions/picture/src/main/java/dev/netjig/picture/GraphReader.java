package dev.netjig.picture;

import dev.netjig.picture.Vertex.Spot;
import dev.netjig.topology.AddressSpec;
import dev.netjig.topology.BridgeSpec;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.IfName;
import dev.netjig.topology.LinkEnd;
import dev.netjig.topology.NetnsSpec;
import dev.netjig.topology.Topology;
import dev.netjig.topology.VethPairSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads what a topology declares into a graph. */
final class GraphReader {

    private final Topology topology;

    private GraphReader(Topology topology) {
        this.topology = topology;
    }

    static Graph read(Topology topology) {
        return new GraphReader(topology).graph();
    }

    private Graph graph() {
        List<Room> rooms = topology.namespaces().stream()
                .map(name -> new Room(name, true, devices(name), TagReader.tags(topology, name), false))
                .filter(room -> !room.name().equals(Topology.NODE) || !isBare(room) || isAlone())
                .toList();
        List<Cable> cables = topology.all(VethPairSpec.class).stream()
                .map(pair -> new Cable(spot(pair.end()), spot(pair.peer()), true))
                .toList();
        return new Graph(rooms, cables);
    }

    /** The implicit namespace, of which nothing was declared, is not worth a box. */
    private static boolean isBare(Room room) {
        return room.devices().isEmpty() && room.tags().isEmpty();
    }

    private boolean isAlone() {
        return topology.namespaces().size() == 1;
    }

    private List<Device> devices(String netns) {
        List<Device> devices = new ArrayList<>();
        topology.all(BridgeSpec.class).stream()
                .filter(bridge -> bridge.netns().equals(netns))
                .map(this::bridge)
                .forEach(devices::add);
        topology.all(VethPairSpec.class).stream()
                .flatMap(pair -> Stream.of(end(pair.end(), pair.mtu()), end(pair.peer(), pair.mtu())))
                .filter(device -> device.spot().netns().equals(netns))
                .forEach(devices::add);
        loopback(netns).ifPresent(devices::add);
        return devices;
    }

    private Device bridge(BridgeSpec bridge) {
        Spot spot = new Spot(bridge.netns(), bridge.name().value());
        List<String> notes = bridge.up() ? List.of() : List.of("down");
        return new Device(spot, Device.Kind.BRIDGE, addresses(spot, bridge.addresses()), notes, Optional.empty(), true);
    }

    private Device end(LinkEnd end, OptionalInt mtu) {
        Spot spot = spot(end);
        List<String> notes = new ArrayList<>();
        if (!end.up()) {
            notes.add("down");
        }
        mtu.ifPresent(bytes -> notes.add("mtu " + bytes));
        return new Device(
                spot,
                Device.Kind.LINK,
                addresses(spot, end.addresses()),
                notes,
                end.master().map(IfName::value),
                true);
    }

    /** Shown if there is more to it than that it is up. */
    private Optional<Device> loopback(String netns) {
        Spot spot = new Spot(netns, IfName.LO.value());
        List<String> addresses = addresses(spot, List.of());
        boolean down = topology.all(NetnsSpec.class).stream()
                .anyMatch(spec -> spec.name().equals(netns) && !spec.lo());
        return addresses.isEmpty() && !down
                ? Optional.empty()
                : Optional.of(new Device(
                        spot,
                        Device.Kind.LOOPBACK,
                        addresses,
                        down ? List.of("down") : List.of(),
                        Optional.empty(),
                        true));
    }

    private List<String> addresses(Spot spot, List<Cidr> own) {
        Stream<Cidr> added = topology.all(AddressSpec.class).stream()
                .filter(spec ->
                        spec.netns().equals(spot.netns()) && spec.dev().value().equals(spot.dev()))
                .map(AddressSpec::address);
        return Stream.concat(own.stream(), added).map(Cidr::toString).toList();
    }

    private static Spot spot(LinkEnd end) {
        return new Spot(end.netns(), end.name().value());
    }
}
