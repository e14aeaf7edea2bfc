package dev.netjig.topology;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An IP address with a prefix length, as {@code ip address} and {@code ip route} take it. Host bits are kept: {@code
 * 192.168.0.1/24} is an address in a network, {@link #network()} the network itself.
 *
 * @param address IPv4 or IPv6
 * @param prefixLength 0 to 32, or to 128
 */
public record Cidr(InetAddress address, int prefixLength) {

    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Every IPv4 destination: {@code default} of {@code ip route}. */
    public static final Cidr DEFAULT = parse("0.0.0.0/0");

    /** Every IPv6 destination: {@code default} of {@code ip -6 route}. */
    public static final Cidr DEFAULT_V6 = parse("::/0");

    /**
     * Takes the address without the host name that it may carry.
     *
     * @throws InvalidValueException if the prefix length does not fit the address
     */
    public Cidr {
        byte[] bytes = address.getAddress();
        address = bytes.length == Ipv4Text.BYTES ? IpLiteral.parse(IpLiteral.format(address)) : Ipv6Text.address(bytes);
        int bits = 8 * bytes.length;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new InvalidValueException(
                    IpLiteral.format(address) + "/" + prefixLength,
                    "has a prefix length of " + prefixLength,
                    "an " + (bits == 32 ? "IPv4" : "IPv6") + " prefix has 0 to " + bits + " bits");
        }
    }

    /**
     * Reads {@code 192.168.0.1/24}, {@code 2001:db8::1/64}, a bare address (a host: /32 or /128), or {@code default}
     * ({@code 0.0.0.0/0}). Never asks a name server.
     *
     * @throws InvalidValueException if it is anything else
     */
    public static Cidr parse(String text) {
        if (text.equals("default")) {
            return DEFAULT;
        }
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        try {
            InetAddress parsed = IpLiteral.parse(address);
            return slash < 0 ? host(parsed) : new Cidr(parsed, prefixLength(text, text.substring(slash + 1)));
        } catch (InvalidValueException refused) {
            // The whole text, not only its part before the slash.
            throw new InvalidValueException(text, refused.rule(), refused.allowed());
        }
    }

    /** The address alone as a prefix: /32 or /128. */
    public static Cidr host(InetAddress address) {
        return new Cidr(address, 8 * address.getAddress().length);
    }

    private static int prefixLength(String text, String length) {
        if (!LENGTH.matcher(length).matches()) {
            throw new InvalidValueException(
                    text,
                    "has no decimal number after the slash",
                    "write a prefix length: 192.168.0.1/24, not a mask such as 255.255.255.0");
        }
        return Integer.parseInt(length);
    }

    /** The same prefix without host bits: {@code 192.168.0.0/24} for {@code 192.168.0.1/24}. */
    public Cidr network() {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(8, prefixLength - 8 * i));
            bytes[i] &= (byte) (0xff << (8 - kept));
        }
        return new Cidr(isIpv6() ? Ipv6Text.address(bytes) : ipv4(bytes), prefixLength);
    }

    private static InetAddress ipv4(byte[] bytes) {
        return IpLiteral.parse(Ipv4Text.format(bytes));
    }

    /** Whether the address is in this network; never, if it is of the other family. */
    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && new Cidr(other, prefixLength).network().equals(network());
    }

    /** Whether it stands for every destination of its family: {@code 0.0.0.0/0} or {@code ::/0}. */
    public boolean isDefault() {
        return equals(DEFAULT) || equals(DEFAULT_V6);
    }

    /** Whether it is a single host: /32 or /128. */
    public boolean isHost() {
        return prefixLength == 8 * address.getAddress().length;
    }

    /** Whether it is an IPv6 prefix. */
    public boolean isIpv6() {
        return address.getAddress().length > Ipv4Text.BYTES;
    }

    /** Whether bits after the prefix are set, as in {@code 192.168.0.1/24}. */
    public boolean hasHostBits() {
        return !Arrays.equals(address.getAddress(), network().address.getAddress());
    }

    /** The canonical text, always with its length: {@code 192.168.0.1/24}. */
    @Override
    public String toString() {
        return IpLiteral.format(address) + "/" + prefixLength;
    }
}
