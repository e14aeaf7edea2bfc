package dev.netjig.topology;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dotted decimal notation. */
final class Ipv4Text {

    static final int BYTES = 4;

    /** No leading zeros: some programs take 010 for eight, others for ten. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");

    private static final Pattern DOT = Pattern.compile("\\.");

    private Ipv4Text() {}

    static Optional<InetAddress> parse(String text) {
        return bytes(text).map(Ipv4Text::address);
    }

    static Optional<byte[]> bytes(String text) {
        String[] numbers = DOT.split(text, -1);
        if (numbers.length != BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            if (!NUMBER.matcher(numbers[i]).matches() || Integer.parseInt(numbers[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return Optional.of(bytes);
    }

    static String format(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an IPv4 address", impossible);
        }
    }
}
