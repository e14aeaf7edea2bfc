package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A frame that was sent to the wrong link-layer address: the neighbour entry that it was made from is not true. */
final class Misaddressed {

    private Misaddressed() {}

    static Optional<Finding> testify(Scene scene, Evidence seen) {
        return scene.trail().lastSender().flatMap(sent -> {
            NetworkNamespace sender = scene.watch().netns(sent.netns());
            InetAddress destination = ((Packet.Ip) sent.packet()).destination();
            LinkState out = sender.link(sent.dev());
            InetAddress nextHop = nextHop(sender, destination);
            return used(sender, out, nextHop)
                    .flatMap(mac -> owners(scene, nextHop)
                            .filter(owner -> !owner.device().mac().equals(Optional.of(mac)))
                            .findFirst()
                            .map(owner -> finding(sender, out, nextHop, mac, owner, seen)));
        });
    }

    /** The only one at the other end of the wire is not whom the frame is for. */
    static Optional<Finding> atFarEnd(
            Scene scene, NetworkNamespace sender, LinkState out, NetworkNamespace far, LinkState end, Evidence seen) {
        InetAddress destination = scene.trail()
                .last()
                .map(sighting -> ((Packet.Ip) sighting.packet()).destination())
                .orElse(scene.destination());
        InetAddress nextHop = nextHop(sender, destination);
        return end.master().isPresent()
                ? Optional.empty()
                : used(sender, out, nextHop)
                        .filter(mac -> !end.mac().equals(Optional.of(mac)))
                        .map(mac -> finding(sender, out, nextHop, mac, new Owner(far.name(), end), seen));
    }

    private static InetAddress nextHop(NetworkNamespace sender, InetAddress destination) {
        return sender.routeTo(destination) instanceof RouteLookup.Found found
                ? found.route().via().orElse(destination)
                : destination;
    }

    private static Finding finding(
            NetworkNamespace sender, LinkState out, InetAddress nextHop, MacAddress used, Owner owner, Evidence seen) {
        return Finding.proven(
                new Cause.OtherHost(owner.netns(), owner.device().name(), used),
                seen,
                new Evidence(
                        "ip -n " + sender.name() + " neighbour",
                        IpLiteral.format(nextHop) + " dev " + out.name() + " lladdr " + used),
                new Evidence(
                        "ip -n " + owner.netns() + " link show dev "
                                + owner.device().name(),
                        "link/ether "
                                + owner.device().mac().map(MacAddress::toString).orElse("none")));
    }

    private static Optional<MacAddress> used(NetworkNamespace sender, LinkState out, InetAddress nextHop) {
        return sender.neighbours().stream()
                .filter(entry ->
                        entry.ifindex() == out.index() && entry.address().equals(nextHop))
                .findFirst()
                .flatMap(NeighbourEntry::mac);
    }

    private static Stream<Owner> owners(Scene scene, InetAddress address) {
        return scene.watch().namespaces().stream()
                .flatMap(netns -> netns.links().stream()
                        .filter(device -> Scene.has(netns, address, OptionalInt.of(device.index())))
                        .map(device -> new Owner(netns.name(), device)));
    }

    private record Owner(String netns, LinkState device) {}
}
