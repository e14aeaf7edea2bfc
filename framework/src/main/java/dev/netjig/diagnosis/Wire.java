package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
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
        return out.isUp() && out.isLowerUp()
                ? Optional.empty()
                : Optional.of(DownLink.finding(scene, netns, out, PathWitness.lastSeen(sighting)));
    }
}
