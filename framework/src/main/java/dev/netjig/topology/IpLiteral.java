package dev.netjig.topology;

import java.net.InetAddress;

/**
 * Reads and writes IP addresses as text, never asking a name server.
 *
 * <p>{@link InetAddress#getByName} would take {@code "red"} for a host name and look it up; this takes literals only.
 */
public final class IpLiteral {

    private static final String ALLOWED = "write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)";

    private IpLiteral() {}

    /**
     * The address in this text: four decimal numbers without leading zeros, or RFC 4291 notation without a zone.
     *
     * @throws InvalidValueException if it is anything else
     */
    public static InetAddress parse(String text) {
        if (text.indexOf('%') >= 0) {
            throw new InvalidValueException(text, "has a zone", "name the device in its own element (dev)");
        }
        return (text.indexOf(':') >= 0 ? Ipv6Text.parse(text) : Ipv4Text.parse(text))
                .orElseThrow(() -> new InvalidValueException(text, "is no IP address", ALLOWED));
    }

    /** The canonical text: dotted decimal, or RFC 5952 ({@code 2001:db8::1}). */
    public static String format(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == Ipv4Text.BYTES ? Ipv4Text.format(bytes) : Ipv6Text.format(bytes);
    }
}
