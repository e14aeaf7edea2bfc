package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.NudState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A packet that a namespace has routed and that never left it: the device of its route is down, or nobody answers for
 * the next hop.
 */
final class Departure {

    private final Scene scene;
    private final NetworkNamespace netns;
    private final InetAddress destination;

    Departure(Scene scene, NetworkNamespace netns, InetAddress destination) {
        this.scene = scene;
        this.netns = netns;
        this.destination = destination;
    }

    Optional<Finding> testify() {
        return netns.routeTo(destination) instanceof RouteLookup.Found found
                ? testify(found.route())
                : Optional.empty();
    }

    /** @param route what the kernel decided for the packet */
    Optional<Finding> testify(RouteEntry route) {
        if (route.oif().isEmpty()) {
            return Optional.empty();
        }
        LinkState out = link(route.oif().getAsInt());
        Evidence routed = new Evidence(
                "ip -n " + netns.name() + " route get " + destination.getHostAddress(),
                "goes by dev " + out.name()
                        + route.via().map(via -> " via " + via.getHostAddress()).orElse(""));
        if (!out.isUp() || !out.isLowerUp()) {
            return Optional.of(DownLink.finding(scene, netns, out, routed));
        }
        InetAddress nextHop = route.via().orElse(destination);
        return neighbour(out, nextHop, routed);
    }

    private Optional<Finding> neighbour(LinkState out, InetAddress nextHop, Evidence routed) {
        Optional<NeighbourEntry> entry = netns.neighbours().stream()
                .filter(neighbour -> neighbour.ifindex() == out.index()
                        && neighbour.address().equals(nextHop))
                .findFirst();
        boolean failed = entry.filter(neighbour -> neighbour.states().contains(NudState.FAILED))
                .isPresent();
        boolean incomplete = entry.filter(neighbour -> neighbour.states().contains(NudState.INCOMPLETE))
                .isPresent();
        long asked = scene.trail().unansweredArp(netns.name(), nextHop);
        // An incomplete entry alone may be answered yet; when the probe has had all its time, the packet waits for it.
        if (!failed && !(incomplete && scene.over() && asked > 0)) {
            return Optional.empty();
        }
        return LostArp.testify(scene, nextHop)
                .or(() -> Optional.of(Finding.proven(
                        new Cause.NoNeighbour(netns.name(), out.name(), nextHop),
                        routed,
                        new Evidence(
                                "ip -n " + netns.name() + " neighbour",
                                nextHop.getHostAddress() + " dev " + out.name() + (failed ? " FAILED" : " INCOMPLETE")),
                        new Evidence(
                                "capture",
                                asked + " ARP requests for it left " + netns.name() + ", none was answered"))));
    }

    private LinkState link(int index) {
        return netns.link(netns.devName(index));
    }
}
