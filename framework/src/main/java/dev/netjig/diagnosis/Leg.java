package dev.netjig.diagnosis;

import dev.netjig.kernel.packet.CapturedFrame.Direction;
import dev.netjig.probe.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one packet was seen, in the order of time, without the copies of it that a bridge flooded to ports behind which
 * nobody takes them.
 *
 * @param sightings in the order of the kernel's clock
 * @param branches whether a bridge still sent it out by several ports: then the last sighting says little
 */
record Leg(List<Sighting> sightings, boolean branches, Wiring wiring) {

    static Leg of(List<Sighting> sightings, Wiring wiring) {
        List<Sighting> live = new ArrayList<>(sightings);
        for (Sighting sighting : sightings) {
            if (isStray(sighting, wiring)) {
                live.remove(sighting);
                // The way to a stray copy ends here too; if no bridge made it, it was the only one.
                wiring.peerOf(sighting.netns(), sighting.dev())
                        .filter(peer -> wiring.isPort(peer.netns(), peer.dev()))
                        .ifPresent(peer -> live.removeIf(other -> other.isOutgoing()
                                && other.netns().equals(peer.netns())
                                && other.dev().equals(peer.dev())));
            }
        }
        return new Leg(List.copyOf(live), branches(live, wiring), wiring);
    }

    boolean isEmpty() {
        return sightings.isEmpty();
    }

    Optional<Sighting> last() {
        return sightings.isEmpty() ? Optional.empty() : Optional.of(sightings.get(sightings.size() - 1));
    }

    /** Whether it was last seen in {@code netns} and did not leave it; a bridge's own device is not the way out. */
    boolean mayEndIn(String netns) {
        return !branches
                && last().filter(sighting -> sighting.netns().equals(netns))
                        .filter(sighting -> !sighting.isOutgoing() || wiring.isBridge(netns, sighting.dev()))
                        .isPresent();
    }

    /** A frame for somebody else, at a device that passes nothing on. */
    private static boolean isStray(Sighting sighting, Wiring wiring) {
        return sighting.direction() == Direction.OTHERHOST && !wiring.isPort(sighting.netns(), sighting.dev());
    }

    private static boolean branches(List<Sighting> live, Wiring wiring) {
        // A packet may pass a bridge twice, but a router is in between: its ttl tells.
        List<String> ways = live.stream()
                .filter(Sighting::isOutgoing)
                .flatMap(sighting -> wiring
                        .masterOf(sighting.netns(), sighting.dev())
                        .map(bridge -> sighting.netns() + "/" + bridge + " " + sighting.packet())
                        .stream())
                .toList();
        return ways.size() != ways.stream().distinct().count();
    }
}
