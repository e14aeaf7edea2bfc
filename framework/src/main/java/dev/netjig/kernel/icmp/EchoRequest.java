package dev.netjig.kernel.icmp;

import java.nio.ByteBuffer;

/**
 * An echo request: {@code struct icmphdr}, {@code linux/icmp.h}, type 8 (IPv4) or 128 (IPv6), with its payload.
 *
 * @param id the identifier that the reply repeats; 16 bits
 * @param sequence the sequence number that the reply repeats; 16 bits
 * @param payload what the reply repeats after them
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes between kernel and one reader, never compared
public record EchoRequest(int id, int sequence, byte[] payload) {

    private static final int HEADER = 8;

    /** Whether {@code icmp}, an ICMP header with what follows it, begins as this request does; IPv4 or IPv6. */
    public boolean isQuotedBy(byte[] icmp) {
        if (icmp.length < HEADER) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(icmp);
        boolean isRequest = bytes.get(0) == (byte) 8 || bytes.get(0) == (byte) 128;
        return isRequest
                && Short.toUnsignedInt(bytes.getShort(4)) == id
                && Short.toUnsignedInt(bytes.getShort(6)) == sequence;
    }

    byte[] toBytes(int type) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.length);
        bytes.put((byte) type).put((byte) 0).putShort((short) 0);
        bytes.putShort((short) id).putShort((short) sequence).put(payload);
        // The kernel fills in the ICMPv6 checksum, which covers the addresses, itself.
        bytes.putShort(2, checksum(bytes.array()));
        return bytes.array();
    }

    /** The Internet checksum, RFC 1071. */
    static short checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            int low = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            sum += (bytes[i] & 0xff) << 8 | low;
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (short) ~sum;
    }
}
