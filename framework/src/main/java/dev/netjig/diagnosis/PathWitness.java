package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Where the packet was last seen, and what that namespace would do with it: its own routing decision, asked of the
 * kernel again, and the state of what the decision leads to.
 */
final class PathWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        if (scene.result().refusal().isPresent()) {
            return Optional.empty();
        }
        Optional<Sighting> last = scene.trail().last();
        if (last.isEmpty()) {
            return new Departure(scene, scene.sender(), scene.destination()).testify();
        }
        Sighting sighting = last.get();
        if (!(sighting.packet() instanceof Packet.Ip packet)) {
            return Optional.empty();
        }
        NetworkNamespace netns = scene.watch().netns(sighting.netns());
        if (sighting.isOutgoing()) {
            return new Wire(scene, netns, sighting).testify();
        }
        boolean arrived = Scene.owns(netns, packet.destination());
        return arrived
                ? new Arrival(scene, netns, sighting, packet).testify()
                : new Transit(scene, netns, sighting, packet).testify();
    }

    static Evidence lastSeen(Sighting sighting) {
        return new Evidence("capture", "last seen: " + sighting);
    }

    static String text(InetAddress address) {
        return address.getHostAddress();
    }
}
