package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the device to blame for a link that does not carry packets: itself if it is down, else its peer. */
final class DownLink {

    private DownLink() {}

    static Finding finding(Scene scene, NetworkNamespace netns, LinkState link, Evidence... before) {
        List<Evidence> evidence = new ArrayList<>(List.of(before));
        evidence.add(new Evidence("ip -n " + netns.name() + " link show dev " + link.name(), state(link)));
        Optional<Peer> peer = link.isUp() ? downPeer(scene, netns, link) : Optional.empty();
        peer.ifPresent(other -> evidence.add(new Evidence(
                "ip -n " + other.netns() + " link show dev " + other.link().name(),
                "its peer is " + state(other.link()))));
        Cause cause = peer.map(
                        other -> new Cause.LinkDown(other.netns(), other.link().name()))
                .orElseGet(() -> new Cause.LinkDown(netns.name(), link.name()));
        return Finding.proven(cause, evidence);
    }

    /** A veth has no carrier when its peer is down: finds that peer among the watched namespaces. */
    private static Optional<Peer> downPeer(Scene scene, NetworkNamespace netns, LinkState link) {
        if (link.peerIndex().isEmpty()) {
            return Optional.empty();
        }
        int index = link.peerIndex().getAsInt();
        return scene.watch().namespaces().stream()
                .flatMap(other -> other.links().stream()
                        .filter(candidate -> candidate.index() == index
                                && !candidate.isUp()
                                && candidate.peerIndex().orElse(-1) == link.index()
                                && netns.isPeerOf(link, other))
                        .map(candidate -> new Peer(other.name(), candidate)))
                .findFirst();
    }

    private static String state(LinkState link) {
        if (!link.isUp()) {
            return "DOWN";
        }
        return link.isLowerUp() ? link.operState().toString() : "UP but NO-CARRIER";
    }

    private record Peer(String netns, LinkState link) {}
}
