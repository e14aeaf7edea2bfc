package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.util.Optional;

/**
 * Where the packet was last seen, and what that namespace would do with it: its own routing decision, asked of the
 * kernel again, and the state of what the decision leads to.
 */
final class PathWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        Trail trail = scene.trail();
        if (refusedBeforeItLeft(scene) || trail.lastLeg().branches()) {
            return Optional.empty();
        }
        Optional<Sighting> last = trail.last();
        String place = last.map(Sighting::netns).orElse(scene.sender().name());
        return findAt(scene, last).map(finding -> scene.watch().sawAll(place) ? finding : finding.asGuess());
    }

    /** ENOBUFS: not before. The packet was on the wire already, whose other end did not take it. */
    private static boolean refusedBeforeItLeft(Scene scene) {
        return scene.result()
                .refusal()
                .filter(errno -> !errno.equals(Errno.ENOBUFS))
                .isPresent();
    }

    private static Optional<Finding> findAt(Scene scene, Optional<Sighting> last) {
        if (last.isEmpty()) {
            return scene.wasRerouted(scene.sender().name())
                    ? Optional.empty()
                    : new Departure(scene, scene.sender(), scene.destination()).testify();
        }
        Sighting sighting = last.get();
        NetworkNamespace netns = scene.watch().netns(sighting.netns());
        if (sighting.isOutgoing()) {
            return new Wire(scene, netns, sighting).testify();
        }
        return incoming(scene, netns, sighting);
    }

    private static Optional<Finding> incoming(Scene scene, NetworkNamespace netns, Sighting sighting) {
        Packet.Ip packet = NatView.of(scene, netns, (Packet.Ip) sighting.packet());
        return scene.wasRerouted(netns.name())
                ? NatView.redirected(scene, netns, packet).flatMap(other -> routed(scene, netns, sighting, other))
                : routed(scene, netns, sighting, packet);
    }

    private static Optional<Finding> routed(Scene scene, NetworkNamespace netns, Sighting sighting, Packet.Ip packet) {
        return Scene.owns(netns, packet.destination())
                ? new Arrival(scene, netns, sighting, packet).testify()
                : new Transit(scene, netns, sighting, packet).testify();
    }

    static Evidence lastSeen(Sighting sighting) {
        return new Evidence("capture", "last seen: " + sighting);
    }
}
