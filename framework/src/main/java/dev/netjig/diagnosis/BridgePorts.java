package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.BridgePortState;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.List;
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

    /**
     * What keeps a frame from {@code address}: the port that it came in by, or the one behind which a watched namespace
     * has the address.
     *
     * @param in the device that it came in by; the bridge itself if the bridge's own host sent it
     * @param packet what is in the frame, for its length; empty for a solicitation
     */
    Optional<Finding> obstacle(String in, InetAddress address, Optional<Packet.Ip> packet, Evidence... before) {
        Optional<LinkState> from =
                ports().stream().filter(port -> port.name().equals(in)).findFirst();
        Optional<LinkState> to =
                ports().stream().filter(port -> leadsTo(port, address)).findFirst();
        return from.flatMap(port -> notForwarding(port, before))
                .or(() -> to.filter(port -> !port.isUp() || !port.isLowerUp())
                        .map(port -> DownLink.finding(scene, netns, port, before)))
                .or(() -> to.flatMap(port -> notForwarding(port, before)))
                .or(() -> to.filter(port -> port.isolated()
                                && from.filter(LinkState::isolated).isPresent())
                        .map(port -> finding(port, Cause.BridgePort.State.ISOLATED, before)))
                .or(() -> packet.flatMap(
                        whole -> to.flatMap(port -> TooBigAt.silentDevice(netns, port, whole, before[0]))));
    }

    /** Whether the bridge has {@code address} itself, or a watched namespace behind one of its ports does. */
    boolean leadTo(InetAddress address) {
        return Scene.has(netns, address, OptionalInt.of(bridge.index()))
                || ports().stream().anyMatch(port -> leadsTo(port, address));
    }

    private Optional<Finding> notForwarding(LinkState port, Evidence... before) {
        return port.portState()
                .filter(state -> port.isUp() && port.isLowerUp() && state != BridgePortState.FORWARDING)
                .map(state -> finding(port, Cause.BridgePort.State.BLOCKED, before));
    }

    private Finding finding(LinkState port, Cause.BridgePort.State state, Evidence... before) {
        String seen = state == Cause.BridgePort.State.ISOLATED
                ? "isolated on, as is the port that it came in by"
                : "state " + port.portState().map(BridgePortState::toString).orElse("?");
        return Finding.proven(new Cause.BridgePort(netns.name(), port.name(), state), before)
                .and(new Evidence("bridge -n " + netns.name() + " -d link show dev " + port.name(), seen));
    }

    private List<LinkState> ports() {
        return netns.links().stream()
                .filter(port -> port.master().equals(OptionalInt.of(bridge.index())))
                .toList();
    }

    private boolean leadsTo(LinkState port, InetAddress address) {
        return scene.watch().namespaces().stream()
                .filter(other -> Scene.has(other, address, port.peerIndex()))
                .anyMatch(other -> netns.isPeerOf(port, other));
    }
}
