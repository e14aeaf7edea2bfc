package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.NetworkNamespace;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The question who has an address, or the answer to it, ended in a packet filter. */
final class DroppedSolicitation {

    private DroppedSolicitation() {}

    /** @param asker who was not answered */
    static Optional<Finding> testify(Scene scene, NetworkNamespace asker, InetAddress address, Evidence... before) {
        return scene.watch().steps(packet -> isAbout(packet, address)).stream()
                .filter(FilterStep::drops)
                .filter(step -> mayDecide(scene, step, asker, address))
                .findFirst()
                .map(step -> Finding.proven(new Cause.Dropped(step.netns(), FilterAuthors.culprit(scene, step)), before)
                        .and(FilterWitness.traced(step)));
    }

    /**
     * A question reaches everybody on the link: who neither asks nor has the address, and is no bridge on the way, may
     * drop it as he likes. A bridge may drop some copies of it, but not the one that came through.
     */
    private static boolean mayDecide(Scene scene, FilterStep step, NetworkNamespace asker, InetAddress address) {
        NetworkNamespace where = scene.watch().netns(step.netns());
        if (where == asker || Scene.owns(where, address)) {
            return true;
        }
        boolean isBridge =
                where.links().stream().anyMatch(link -> scene.watch().wiring().isPort(where.name(), link.name()));
        return isBridge
                && (!asks(step.packet())
                        || scene.trail().solicitations(address).stream()
                                .noneMatch(request -> !request.isOutgoing()
                                        && Scene.owns(scene.watch().netns(request.netns()), address)));
    }

    private static boolean asks(Packet packet) {
        return packet instanceof Packet.Arp arp
                ? arp.request()
                : packet instanceof Packet.Ip ip
                        && ip.icmp()
                                .filter(Packet.Icmp::isNeighbourSolicitation)
                                .isPresent();
    }

    /** A trace shows too little of a neighbour solicitation to read its target; the group that it goes to tells. */
    private static boolean isAbout(Packet packet, InetAddress address) {
        if (packet instanceof Packet.Arp arp) {
            return (arp.request() ? arp.target() : arp.sender()).equals(address);
        }
        if (!(packet instanceof Packet.Ip ip) || !(address instanceof Inet6Address)) {
            return false;
        }
        return ip.icmp()
                .filter(icmp -> icmp.isNeighbourSolicitation()
                        ? ip.destination().equals(address) || isGroupOf(ip.destination(), address)
                        : icmp.isNeighbourAdvertisement() && ip.source().equals(address))
                .isPresent();
    }

    /** {@code ff02::1:ffXX:XXXX} with the last three bytes of the address. */
    private static boolean isGroupOf(InetAddress group, InetAddress address) {
        byte[] all = group.getAddress();
        return group.isMulticastAddress() && Arrays.equals(all, 13, 16, address.getAddress(), 13, 16);
    }
}
