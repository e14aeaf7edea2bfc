package dev.netjig.diagnosis;

import dev.netjig.probe.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * Where a packet died.
 *
 * @param netns the namespace
 * @param dev the device, where there is one to name
 * @param stage what the kernel was doing with it: {@code output}, {@code routing}, a hook of the packet filter as in
 *     {@code forward}, {@code neighbour}, {@code link}, {@code bridge}, {@code socket}
 */
public record Place(String netns, Optional<String> dev, String stage) {

    static Place of(Cause cause, List<Sighting> path) {
        return new Place(cause.netns(), dev(cause).or(() -> lastSeenIn(cause.netns(), path)), stage(cause));
    }

    private static Optional<String> lastSeenIn(String netns, List<Sighting> path) {
        return path.stream()
                .filter(sighting -> sighting.netns().equals(netns))
                .reduce((earlier, later) -> later)
                .map(Sighting::dev);
    }

    private static Optional<String> dev(Cause cause) {
        if (cause instanceof Cause.LinkDown down) {
            return Optional.of(down.dev());
        }
        if (cause instanceof Cause.BridgePort port) {
            return Optional.of(port.dev());
        }
        if (cause instanceof Cause.NoNeighbour neighbour) {
            return Optional.of(neighbour.dev());
        }
        return cause instanceof Cause.TooBig big ? Optional.of(big.dev()) : Optional.empty();
    }

    private static String stage(Cause cause) {
        if (cause instanceof Cause.Dropped dropped) {
            return dropped.culprit().hook();
        }
        if (cause instanceof Cause.Rejected rejected) {
            return rejected.culprit().hook();
        }
        if (cause instanceof Cause.NetworkUnreachable || cause instanceof Cause.NoSourceAddress) {
            return "output";
        }
        if (cause instanceof Cause.NoNeighbour || cause instanceof Cause.TentativeAddress) {
            return "neighbour";
        }
        if (cause instanceof Cause.LinkDown || cause instanceof Cause.OtherHost || cause instanceof Cause.TooBig) {
            return "link";
        }
        if (cause instanceof Cause.BridgePort) {
            return "bridge";
        }
        boolean atSocket = cause instanceof Cause.PortClosed
                || cause instanceof Cause.Unanswered
                || cause instanceof Cause.EchoIgnored
                || cause instanceof Cause.ReplyFromElsewhere;
        if (atSocket) {
            return "socket";
        }
        return cause instanceof Cause.Unknown ? "unknown" : "routing";
    }

    /** {@code node/br0 (forward)}. */
    @Override
    public String toString() {
        return netns + dev.map(name -> "/" + name).orElse("") + " (" + stage + ")";
    }
}
