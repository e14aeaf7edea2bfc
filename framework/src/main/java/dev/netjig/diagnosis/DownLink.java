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
        Optional<FarEnd> peer = link.isUp() ? downPeer(scene, netns, link) : Optional.empty();
        peer.ifPresent(other -> evidence.add(new Evidence(
                "ip -n " + other.netns().name() + " link show dev "
                        + other.link().name(),
                "its peer is " + state(other.link()))));
        Cause cause = peer.map(other ->
                        new Cause.LinkDown(other.netns().name(), other.link().name()))
                .orElseGet(() -> new Cause.LinkDown(netns.name(), link.name()));
        return Finding.proven(cause, evidence);
    }

    /** A veth has no carrier when its peer is down. */
    private static Optional<FarEnd> downPeer(Scene scene, NetworkNamespace netns, LinkState link) {
        return FarEnd.of(scene, netns, link)
                .filter(end -> !end.link().isUp() && end.link().peerIndex().orElse(-1) == link.index());
    }

    private static String state(LinkState link) {
        if (!link.isUp()) {
            return "DOWN";
        }
        return link.isLowerUp() ? link.operState().toString() : "UP but NO-CARRIER";
    }
}
