package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/** A frame that entered a bridge by a port and left it by none. */
final class BridgePort {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final Sighting sighting;
    private final InetAddress destination;

    BridgePort(Scene scene, NetworkNamespace netns, Sighting sighting, InetAddress destination) {
        this.scene = scene;
        this.netns = netns;
        this.sighting = sighting;
        this.destination = destination;
    }

    /** The port towards the destination, if that is a watched namespace on this bridge, is down or has no carrier. */
    Optional<Finding> testify() {
        Optional<NetworkNamespace> owner = scene.owner(destination);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        LinkState in = netns.link(sighting.dev());
        return netns.links().stream()
                .filter(port -> port.master().equals(in.master()) && port.index() != in.index())
                .filter(port -> netns.isPeerOf(port, owner.get()))
                .filter(port -> !port.isUp() || !port.isLowerUp())
                .findFirst()
                .map(port -> DownLink.finding(scene, netns, port, PathWitness.lastSeen(sighting)));
    }
}
