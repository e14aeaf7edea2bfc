package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/** A packet that left by a device and was seen nowhere after it. */
final class Wire {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final Sighting sighting;

    Wire(Scene scene, NetworkNamespace netns, Sighting sighting) {
        this.scene = scene;
        this.netns = netns;
        this.sighting = sighting;
    }

    Optional<Finding> testify() {
        LinkState out = netns.link(sighting.dev());
        Evidence seen = PathWitness.lastSeen(sighting);
        if (!out.isUp() || !out.isLowerUp()) {
            return Optional.of(DownLink.finding(scene, netns, out, seen));
        }
        boolean intoBridge = out.kind().equals(Optional.of("bridge"));
        return intoBridge
                ? new BridgePorts(scene, netns, out).downTowards(((Packet.Ip) sighting.packet()).destination(), seen)
                : Optional.empty();
    }
}
