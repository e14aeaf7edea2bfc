package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * The question who on a link has an address, or the answer to it: ARP, or neighbour discovery in IPv6.
 *
 * @param asks whether it is the question
 * @param sender the address of who asks or answers
 * @param target the address that it is about
 */
record Solicitation(boolean asks, InetAddress sender, InetAddress target) {

    static Optional<Solicitation> of(Packet packet) {
        if (packet instanceof Packet.Arp arp) {
            return Optional.of(
                    new Solicitation(arp.request(), arp.sender(), arp.request() ? arp.target() : arp.sender()));
        }
        if (packet instanceof Packet.Ip ip) {
            return ip.icmp()
                    .filter(icmp -> icmp.isNeighbourSolicitation() || icmp.isNeighbourAdvertisement())
                    .flatMap(icmp -> icmp.target()
                            .map(target -> new Solicitation(icmp.isNeighbourSolicitation(), ip.source(), target)));
        }
        return Optional.empty();
    }

    /** {@code ARP} or {@code neighbour discovery}. */
    static String protocol(InetAddress address) {
        return address instanceof Inet4Address ? "ARP" : "neighbour discovery";
    }
}
