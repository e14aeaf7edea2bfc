package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;

/** The ports of a bridge, for a frame that came to the bridge and left it by none that leads on. */
final class BridgePorts {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final LinkState bridge;

    BridgePorts(Scene scene, NetworkNamespace netns, LinkState bridge) {
        this.scene = scene;
        this.netns = netns;
        this.bridge = bridge;
    }

    /** The port behind which a watched namespace has {@code address}, if it is down or has no carrier. */
    Optional<Finding> downTowards(InetAddress address, Evidence... before) {
        return netns.links().stream()
                .filter(port -> port.master().equals(OptionalInt.of(bridge.index())))
                .filter(port -> !port.isUp() || !port.isLowerUp())
                .filter(port -> leadsTo(port, address))
                .findFirst()
                .map(port -> DownLink.finding(scene, netns, port, before));
    }

    /** Whether the bridge has {@code address} itself, or a watched namespace behind one of its ports does. */
    boolean leadTo(InetAddress address) {
        return Scene.has(netns, address, OptionalInt.of(bridge.index()))
                || netns.links().stream()
                        .filter(port -> port.master().equals(OptionalInt.of(bridge.index())))
                        .anyMatch(port -> leadsTo(port, address));
    }

    private boolean leadsTo(LinkState port, InetAddress address) {
        return scene.watch().namespaces().stream()
                .filter(other -> Scene.has(other, address, port.peerIndex()))
                .anyMatch(other -> netns.isPeerOf(port, other));
    }
}
