package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/**
 * A packet as routing sees it. A captured reply still has the addresses of the outside; the namespace that translated
 * the request translates the reply back before it routes it.
 */
final class NatView {

    private NatView() {}

    static Packet.Ip of(Scene scene, NetworkNamespace netns, Packet.Ip packet) {
        boolean isReply = scene.trail().isOurs(packet, false);
        Optional<Packet.Ip> request = scene.trail().requestInto(netns.name());
        if (!isReply || request.isEmpty() || netns == scene.sender()) {
            return packet;
        }
        return new Packet.Ip(
                /* source= */ request.get().destination(),
                /* destination= */ request.get().source(),
                packet.ttl(),
                packet.ipId(),
                packet.protocol(),
                packet.length(),
                packet.icmp(),
                packet.ports());
    }
}
