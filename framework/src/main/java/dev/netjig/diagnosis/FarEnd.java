package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/** The other end of a veth, as it is now. */
record FarEnd(NetworkNamespace netns, LinkState link) {

    /** Empty if {@code link} has none, or it is in no watched namespace. */
    static Optional<FarEnd> of(Scene scene, NetworkNamespace netns, LinkState link) {
        if (link.peerIndex().isEmpty()) {
            return Optional.empty();
        }
        int index = link.peerIndex().getAsInt();
        return scene.watch().namespaces().stream()
                .filter(other -> netns.isPeerOf(link, other))
                .flatMap(other -> other.links().stream()
                        .filter(candidate -> candidate.index() == index)
                        .map(end -> new FarEnd(other, end)))
                .findFirst();
    }
}
