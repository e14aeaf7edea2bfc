package dev.netjig.probe;

import dev.netjig.topology.IpLiteral;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * What a probe is for: an address, and for TCP and UDP a port.
 *
 * @param port 1 to 65535; 0 for ICMP, which has none
 */
public record Endpoint(Protocol protocol, InetAddress address, int port) {

    /** @throws IllegalArgumentException if the port does not fit the protocol */
    public Endpoint {
        boolean fits = protocol == Protocol.ICMP ? port == 0 : port >= 1 && port <= 65_535;
        if (!fits) {
            throw new IllegalArgumentException(
                    protocol == Protocol.ICMP
                            ? "ICMP has no ports, but the port " + port + " was given"
                            : "a port of " + protocol + " is 1 to 65535, not " + port);
        }
    }

    /** To be pinged. */
    public static Endpoint icmp(InetAddress address) {
        return new Endpoint(Protocol.ICMP, address, 0);
    }

    /** To be pinged; an IPv4 or IPv6 literal, names are not looked up. */
    public static Endpoint icmp(String address) {
        return icmp(IpLiteral.parse(address));
    }

    /** To be connected to. */
    public static Endpoint tcp(InetAddress address, int port) {
        return new Endpoint(Protocol.TCP, address, port);
    }

    /** To be connected to; an IPv4 or IPv6 literal, names are not looked up. */
    public static Endpoint tcp(String address, int port) {
        return tcp(IpLiteral.parse(address), port);
    }

    /** To be sent a datagram. */
    public static Endpoint udp(InetAddress address, int port) {
        return new Endpoint(Protocol.UDP, address, port);
    }

    /** To be sent a datagram; an IPv4 or IPv6 literal, names are not looked up. */
    public static Endpoint udp(String address, int port) {
        return udp(IpLiteral.parse(address), port);
    }

    /** {@code 192.168.0.3}, {@code 192.168.0.3:80}, {@code [fd00::3]:80}. */
    public String hostAndPort() {
        String host = IpLiteral.format(address);
        if (protocol == Protocol.ICMP) {
            return host;
        }
        return (isIpv4() ? host : "[" + host + "]") + ":" + port;
    }

    /** {@code 192.168.0.3}, {@code 192.168.0.3:80/tcp}. */
    @Override
    public String toString() {
        return hostAndPort() + (protocol == Protocol.ICMP ? "" : "/" + protocol);
    }

    boolean isIpv4() {
        return address instanceof Inet4Address;
    }
}
