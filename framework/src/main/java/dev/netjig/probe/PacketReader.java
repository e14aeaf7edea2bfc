package dev.netjig.probe;

import dev.netjig.kernel.libc.Const;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the headers of captured packets; what is cut short or unknown stays unread, it never throws. */
public final class PacketReader {

    private static final int ICMP_HEADER = 8;

    private PacketReader() {}

    /** Reads what follows the link-level header; {@code protocol} is its {@code ETH_P_*}. */
    public static Packet read(int protocol, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        Optional<? extends Packet> packet = switch (protocol) {
            case Const.ETH_P_IP -> ipv4(bytes, false);
            case Const.ETH_P_IPV6 -> ipv6(bytes, false);
            case Const.ETH_P_ARP -> arp(bytes);
            default -> Optional.empty();
        };
        return packet.<Packet>map(known -> known).orElseGet(() -> new Packet.Other(protocol));
    }

    private static Optional<Packet.Ip> ipv4(ByteBuffer bytes, boolean quoted) {
        if (bytes.remaining() < 20 || bytes.get(0) >> 4 != 4) {
            return Optional.empty();
        }
        int header = (bytes.get(0) & 0xf) * 4;
        int protocol = bytes.get(9) & 0xff;
        boolean firstFragment = (bytes.getShort(6) & 0x1fff) == 0;
        ByteBuffer rest = firstFragment ? slice(bytes, header) : ByteBuffer.allocate(0);
        return Optional.of(new Packet.Ip(
                address(bytes, 12, 4),
                address(bytes, 16, 4),
                bytes.get(8) & 0xff,
                Short.toUnsignedInt(bytes.getShort(4)),
                protocol,
                Short.toUnsignedInt(bytes.getShort(2)),
                protocol == Const.IPPROTO_ICMP ? icmp(false, rest, quoted) : Optional.empty(),
                ports(protocol, rest),
                tcp(protocol, rest)));
    }

    private static Optional<Packet.Ip> ipv6(ByteBuffer bytes, boolean quoted) {
        if (bytes.remaining() < 40 || (bytes.get(0) & 0xf0) >> 4 != 6) {
            return Optional.empty();
        }
        int protocol = bytes.get(6) & 0xff;
        ByteBuffer rest = slice(bytes, 40);
        return Optional.of(new Packet.Ip(
                address(bytes, 8, 16),
                address(bytes, 24, 16),
                bytes.get(7) & 0xff,
                0,
                protocol,
                40 + Short.toUnsignedInt(bytes.getShort(4)),
                protocol == Const.IPPROTO_ICMPV6 ? icmp(true, rest, quoted) : Optional.empty(),
                ports(protocol, rest),
                tcp(protocol, rest)));
    }

    /** A quoted packet's own quotation stays unread: nobody sends one, and a forged one could go very deep. */
    private static Optional<Packet.Icmp> icmp(boolean v6, ByteBuffer bytes, boolean quoted) {
        if (bytes.remaining() < ICMP_HEADER) {
            return Optional.empty();
        }
        int type = bytes.get(0) & 0xff;
        boolean isError = v6 ? type < 128 : type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
        ByteBuffer rest = slice(bytes, ICMP_HEADER);
        return Optional.of(new Packet.Icmp(
                v6,
                type,
                bytes.get(1) & 0xff,
                Short.toUnsignedInt(bytes.getShort(4)),
                Short.toUnsignedInt(bytes.getShort(6)),
                v6 && (type == 135 || type == 136) && rest.remaining() >= 16
                        ? Optional.of(address(rest, 0, 16))
                        : Optional.empty(),
                isError && !quoted ? (v6 ? ipv6(rest, true) : ipv4(rest, true)) : Optional.empty()));
    }

    private static Optional<Packet.Ports> ports(int protocol, ByteBuffer bytes) {
        boolean has = protocol == Const.IPPROTO_TCP || protocol == Const.IPPROTO_UDP;
        return has && bytes.remaining() >= 4
                ? Optional.of(new Packet.Ports(
                        Short.toUnsignedInt(bytes.getShort(0)), Short.toUnsignedInt(bytes.getShort(2))))
                : Optional.empty();
    }

    /** A quoted header may end behind the sequence number. */
    private static Optional<Packet.Tcp> tcp(int protocol, ByteBuffer bytes) {
        if (protocol != Const.IPPROTO_TCP || bytes.remaining() < 8) {
            return Optional.empty();
        }
        boolean whole = bytes.remaining() >= 14;
        return Optional.of(new Packet.Tcp(
                Integer.toUnsignedLong(bytes.getInt(4)),
                whole ? Integer.toUnsignedLong(bytes.getInt(8)) : 0,
                whole ? bytes.get(13) & 0xff : 0));
    }

    private static Optional<Packet.Arp> arp(ByteBuffer bytes) {
        boolean forIpv4 = bytes.remaining() >= 28 && bytes.getShort(2) == Const.ETH_P_IP && bytes.get(5) == 4;
        return forIpv4
                ? Optional.of(new Packet.Arp(bytes.getShort(6) == 1, address(bytes, 14, 4), address(bytes, 24, 4)))
                : Optional.empty();
    }

    private static ByteBuffer slice(ByteBuffer bytes, int from) {
        int start = Math.min(from, bytes.limit());
        return bytes.slice(start, bytes.limit() - start);
    }

    private static InetAddress address(ByteBuffer bytes, int offset, int length) {
        byte[] address = new byte[length];
        bytes.get(offset, address);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes, not " + length, impossible);
        }
    }
}
