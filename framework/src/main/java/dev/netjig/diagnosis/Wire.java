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
        Packet.Ip packet = (Packet.Ip) sighting.packet();
        Optional<Finding> lost = out.kind().equals(Optional.of("bridge"))
                ? new BridgePorts(scene, netns, out)
                        .obstacle(out.name(), packet.destination(), Optional.of(packet), seen)
                : FarEnd.of(scene, netns, out)
                        .flatMap(far -> TooBigAt.silentDevice(far.netns(), far.link(), packet, seen)
                                .or(() -> Misaddressed.atFarEnd(scene, netns, out, far.netns(), far.link(), seen)));
        return lost.or(() -> Misaddressed.testify(scene, seen));
    }
}
