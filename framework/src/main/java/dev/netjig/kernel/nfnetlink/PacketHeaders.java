package dev.netjig.kernel.nfnetlink;

import java.util.Arrays;
import java.util.HexFormat;

/** The first bytes of a traced packet: its IP header and up to 20 bytes of what it carries, or ARP. Immutable. */
public final class PacketHeaders {

    private static final int ETH_P_IP = 0x0800;
    private static final int ETH_P_IPV6 = 0x86dd;
    private static final int ETH_P_ARP = 0x0806;

    /** How ARP for Ethernet begins; {@code ARPHRD_ETHER}. */
    private static final int ARPHRD_ETHER = 1;

    private final byte[] bytes;

    /**
     * @param network the network header
     * @param transport the transport header; empty if the kernel found none
     */
    PacketHeaders(byte[] network, byte[] transport) {
        this.bytes = Arrays.copyOf(network, network.length + transport.length);
        System.arraycopy(transport, 0, bytes, network.length, transport.length);
    }

    /** The headers one after the other, as they are on the wire. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The protocol as Ethernet numbers it: 0x0800 for IPv4, 0x86dd for IPv6, 0x0806 for ARP, 0 for anything else. */
    public int etherType() {
        return switch (bytes.length == 0 ? 0 : (bytes[0] & 0xf0) >> 4) {
            case 4 -> ETH_P_IP;
            case 6 -> ETH_P_IPV6;
            default -> bytes.length > 1 && (bytes[0] << 8 | bytes[1]) == ARPHRD_ETHER ? ETH_P_ARP : 0;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PacketHeaders headers && Arrays.equals(bytes, headers.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
