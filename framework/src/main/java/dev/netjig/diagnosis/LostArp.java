package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * An ARP request that was lost on a bridge: nobody answers it, but not because nobody has the address. The bridge is
 * down, or the port towards the one who has it.
 */
final class LostArp {

    private LostArp() {}

    static Optional<Finding> testify(Scene scene, InetAddress address) {
        Optional<NetworkNamespace> owner = scene.owner(address);
        boolean arrived = owner.isPresent()
                && scene.trail().arpRequests(address).stream()
                        .anyMatch(
                                sighting -> sighting.netns().equals(owner.get().name()));
        return owner.isEmpty() || arrived
                ? Optional.empty()
                : scene.trail().arpRequests(address).stream()
                        .flatMap(sighting -> onBridge(scene, sighting, address).stream())
                        .findFirst();
    }

    private static Optional<Finding> onBridge(Scene scene, Sighting sighting, InetAddress address) {
        NetworkNamespace netns = scene.watch().netns(sighting.netns());
        LinkState bridge = L3Device.link(netns, sighting.dev());
        boolean isPort = !bridge.name().equals(sighting.dev());
        if (!isPort) {
            return Optional.empty();
        }
        return bridge.isUp()
                ? new BridgePort(scene, netns, sighting, address).testify()
                : Optional.of(DownLink.finding(scene, netns, bridge, PathWitness.lastSeen(sighting)));
    }
}
