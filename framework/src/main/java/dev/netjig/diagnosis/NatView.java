package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/**
 * A packet as routing sees it. A captured reply to a translated request is still for the address of the outside; the
 * namespace that translated the request puts the first sender's in before it routes the reply. (Its source it translates
 * only after that.)
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
                packet.source(),
                /* destination= */ request.get().source(),
                packet.ttl(),
                packet.ipId(),
                packet.protocol(),
                packet.length(),
                packet.icmp(),
                packet.ports(),
                packet.tcp());
    }
}
