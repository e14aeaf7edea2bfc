package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.NudState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
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
        return L3Device.out(netns, route).flatMap(out -> by(out, route));
    }

    private Optional<Finding> by(LinkState out, RouteEntry route) {
        Evidence routed = new Evidence(
                "ip -n " + netns.name() + " route get " + IpLiteral.format(destination),
                "goes by dev " + out.name()
                        + route.via()
                                .map(via -> " via " + IpLiteral.format(via))
                                .orElse(""));
        return !out.isUp() || !out.isLowerUp()
                ? Optional.of(DownLink.finding(scene, netns, out, routed))
                : neighbour(out, route.via().orElse(destination), routed);
    }

    /** IPv6 asks for nobody's address while its own on that device are all tentative. */
    private Optional<Finding> withoutSource(LinkState out, InetAddress nextHop, Evidence routed) {
        List<AddressEntry> own = netns.addresses().stream()
                .filter(entry -> entry.ifindex() == out.index()
                        && entry.address().isIpv6()
                        && (scene.sender() == netns || entry.address().address().isLinkLocalAddress()))
                .toList();
        return nextHop instanceof Inet6Address && own.stream().allMatch(AddressEntry::isTentative)
                ? Optional.of(Finding.proven(
                        new Cause.NoSourceAddress(netns.name(), nextHop),
                        routed,
                        new Evidence(
                                "capture", netns.name() + " did not even ask who has " + IpLiteral.format(nextHop)),
                        new Evidence(
                                "ip -n " + netns.name() + " -6 address show dev " + out.name(),
                                own.isEmpty() ? "has none" : own.toString())))
                : Optional.empty();
    }

    private Optional<Finding> neighbour(LinkState out, InetAddress nextHop, Evidence routed) {
        Optional<NeighbourEntry> entry = netns.neighbours().stream()
                .filter(neighbour -> neighbour.ifindex() == out.index()
                        && neighbour.address().equals(nextHop))
                .findFirst();
        boolean failed =
                entry.filter(neighbour -> neighbour.is(NudState.FAILED)).isPresent();
        boolean incomplete =
                entry.filter(neighbour -> neighbour.is(NudState.INCOMPLETE)).isPresent();
        long asked = scene.trail().unansweredSolicitations(netns.name(), nextHop);
        // An incomplete entry may be answered yet, unless the probe has had all its time. An entry for which nothing
        // was asked meanwhile is of some earlier packet. A filter's verdict is final at once.
        if (asked == 0 || !(failed || (incomplete && scene.over()))) {
            return failed || incomplete
                    ? DroppedSolicitation.testify(scene, netns, nextHop, routed)
                            .or(() -> asked == 0 && incomplete && scene.over()
                                    ? withoutSource(out, nextHop, routed)
                                    : Optional.empty())
                    : Optional.empty();
        }
        Evidence unanswered = new Evidence(
                "capture",
                asked + " " + (nextHop instanceof Inet4Address ? "ARP requests" : "neighbour solicitations")
                        + " for it left " + netns.name() + ", none was answered");
        LostArp lost = new LostArp(scene, nextHop, routed, unanswered);
        return lost.testify()
                .or(() -> DroppedSolicitation.testify(scene, netns, nextHop, routed, unanswered))
                .or(lost::atItsOwner)
                .or(() -> Optional.of(Finding.proven(
                        new Cause.NoNeighbour(netns.name(), out.name(), nextHop),
                        routed,
                        new Evidence(
                                "ip -n " + netns.name() + " neighbour",
                                IpLiteral.format(nextHop) + " dev " + out.name()
                                        + (failed ? " FAILED" : " INCOMPLETE")),
                        unanswered)));
    }
}
