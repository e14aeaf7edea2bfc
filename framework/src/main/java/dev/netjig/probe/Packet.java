package dev.netjig.probe;

import dev.netjig.topology.IpLiteral;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** What a captured frame carries, as far as netjig reads it. */
public sealed interface Packet {

    /**
     * An IP packet.
     *
     * @param ttl ttl or hop limit
     * @param ipId the identification field, 0 for IPv6
     * @param protocol {@code IPPROTO_*} of what it carries
     * @param length of the whole packet in bytes
     * @param icmp its ICMP header, if it carries one
     * @param ports its TCP or UDP ports, if it carries them
     * @param tcp the rest of its TCP header, if it carries one
     */
    record Ip(
            InetAddress source,
            InetAddress destination,
            int ttl,
            int ipId,
            int protocol,
            int length,
            Optional<Icmp> icmp,
            Optional<Ports> ports,
            Optional<Tcp> tcp)
            implements Packet {

        public boolean isIpv4() {
            return destination instanceof Inet4Address;
        }

        @Override
        public String toString() {
            return IpLiteral.format(source) + " > " + IpLiteral.format(destination)
                    + icmp.map(header -> " " + header).orElse("")
                    + ports.map(numbers -> " " + (tcp.isPresent() ? "tcp " : "udp ") + numbers)
                            .orElse("")
                    + tcp.map(header -> " " + header).orElse("")
                    + " ttl " + ttl;
        }
    }

    /**
     * {@code struct icmphdr}, {@code linux/icmp.h}.
     *
     * @param id and sequence of an echo
     * @param target the address that a neighbour solicitation or advertisement is about
     * @param quoted the packet that an error message is about
     */
    record Icmp(
            boolean v6, int type, int code, int id, int sequence, Optional<InetAddress> target, Optional<Ip> quoted) {

        public boolean isEchoRequest() {
            return type == (v6 ? 128 : 8);
        }

        public boolean isEchoReply() {
            return type == (v6 ? 129 : 0);
        }

        /** IPv6's ARP request. */
        public boolean isNeighbourSolicitation() {
            return v6 && type == 135;
        }

        /** IPv6's ARP reply. */
        public boolean isNeighbourAdvertisement() {
            return v6 && type == 136;
        }

        @Override
        public String toString() {
            if (isEchoRequest()) {
                return "echo request";
            }
            if (isEchoReply()) {
                return "echo reply";
            }
            if (isNeighbourSolicitation() || isNeighbourAdvertisement()) {
                String about = target.map(IpLiteral::format).orElse("?");
                return isNeighbourSolicitation() ? "who has " + about : about + " is here";
            }
            return (v6 ? "ICMPv6 " : "ICMP ") + IcmpError.text(v6, type, code);
        }
    }

    /**
     * {@code struct tcphdr}, {@code linux/tcp.h}.
     *
     * @param flags the lower eight of them: FIN 1, SYN 2, RST 4, PSH 8, ACK 16 …
     */
    record Tcp(long sequence, long acknowledged, int flags) {

        public boolean isSyn() {
            return (flags & 0x02) != 0;
        }

        public boolean isAck() {
            return (flags & 0x10) != 0;
        }

        public boolean isReset() {
            return (flags & 0x04) != 0;
        }

        @Override
        public String toString() {
            if (isSyn()) {
                return isAck() ? "SYN+ACK" : "SYN";
            }
            return isReset() ? "RST" : "ACK";
        }
    }

    /** Source and destination port of TCP or UDP. */
    record Ports(int source, int destination) {

        @Override
        public String toString() {
            return source + " > " + destination;
        }
    }

    /**
     * An ARP message for IPv4, {@code linux/if_arp.h}.
     *
     * @param request whether it asks (who has {@code target}) or answers
     */
    record Arp(boolean request, InetAddress sender, InetAddress target) implements Packet {

        @Override
        public String toString() {
            return request
                    ? "ARP who has " + IpLiteral.format(target) + " tell " + IpLiteral.format(sender)
                    : "ARP " + IpLiteral.format(sender) + " is here";
        }
    }

    /** Anything else. */
    record Other(int protocol) implements Packet {

        @Override
        public String toString() {
            return "protocol 0x" + Integer.toHexString(protocol);
        }
    }
}
