package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which device is a port of which bridge, and which is the other end of which, as it was at one moment. */
final class Wiring {

    private final Map<NetworkNamespace, List<LinkState>> links = new LinkedHashMap<>();

    Wiring(List<NetworkNamespace> namespaces) {
        namespaces.forEach(netns -> links.put(netns, netns.links()));
    }

    /** A device by its namespace and name. */
    record Place(String netns, String dev) {}

    boolean isPort(String netns, String dev) {
        return masterOf(netns, dev).isPresent();
    }

    boolean isBridge(String netns, String dev) {
        return link(netns, dev).flatMap(LinkState::kind).equals(Optional.of("bridge"));
    }

    /** The bridge that {@code dev} is a port of. */
    Optional<String> masterOf(String netns, String dev) {
        OptionalInt master = link(netns, dev).map(LinkState::master).orElse(OptionalInt.empty());
        return master.isEmpty()
                ? Optional.empty()
                : in(netns).stream()
                        .filter(link -> link.index() == master.getAsInt())
                        .map(LinkState::name)
                        .findFirst();
    }

    /** The other end of a veth, if its namespace is watched. */
    Optional<Place> peerOf(String netns, String dev) {
        Optional<NetworkNamespace> home = links.keySet().stream()
                .filter(known -> known.name().equals(netns))
                .findFirst();
        Optional<LinkState> end =
                link(netns, dev).filter(link -> link.peerIndex().isPresent());
        if (home.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        return links.entrySet().stream()
                .filter(other -> home.get().isPeerOf(end.get(), other.getKey()))
                .flatMap(other -> other.getValue().stream()
                        .filter(link -> link.index() == end.get().peerIndex().getAsInt())
                        .map(link -> new Place(other.getKey().name(), link.name())))
                .findFirst();
    }

    private Optional<LinkState> link(String netns, String dev) {
        return in(netns).stream().filter(link -> link.name().equals(dev)).findFirst();
    }

    private List<LinkState> in(String netns) {
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(netns))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }
}
