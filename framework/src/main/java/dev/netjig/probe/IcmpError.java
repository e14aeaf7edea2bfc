package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.icmp.IcmpEvent;
import dev.netjig.topology.IpLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * An error that answered a probe, from the network or from the sender's own kernel.
 *
 * @param errno what it means to a program
 * @param local whether the sender's own kernel reported it, with no ICMP message
 * @param type ICMP type, for example 3 "destination unreachable", 11 "time exceeded"
 * @param code ICMP code
 * @param offender who sent the ICMP message
 * @param mtu the next hop's MTU in bytes for "fragmentation needed", else 0
 */
public record IcmpError(Errno errno, boolean local, int type, int code, Optional<InetAddress> offender, int mtu) {

    static IcmpError of(IcmpEvent.QueuedError error) {
        return new IcmpError(
                error.errno(),
                error.origin() == IcmpEvent.Origin.LOCAL,
                error.type(),
                error.code(),
                error.offender(),
                error.info());
    }

    /** Whether it is of ICMPv6. */
    public boolean isV6() {
        return offender.filter(Inet6Address.class::isInstance).isPresent();
    }

    /** Whether it says that the packet was larger than {@link #mtu()}. */
    public boolean isTooBig() {
        return isV6() ? type == 2 : type == 3 && code == 4;
    }

    /** Whether it says that nobody listens at the port. */
    public boolean isPortUnreachable() {
        return isV6() ? type == 1 && code == 4 : type == 3 && code == 3;
    }

    /** Whether it says that the packet's ttl or hop limit reached zero. */
    public boolean isTimeExceeded() {
        return type == (isV6() ? 3 : 11);
    }

    /** As ping prints it: {@code From 192.168.0.1: Destination Port Unreachable}. */
    @Override
    public String toString() {
        if (local) {
            return "local error: " + errno;
        }
        return "From " + offender.map(IpLiteral::format).orElse("?") + ": " + text(isV6(), type, code)
                + (isTooBig() ? " (mtu = " + mtu + ")" : "");
    }

    /** The words of ping for a type and code of ICMP or ICMPv6. */
    public static String text(boolean v6, int type, int code) {
        return v6 ? Icmpv6Words.of(type, code) : text(type, code);
    }

    private static String text(int type, int code) {
        if (type == 11) {
            return code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
        }
        if (type != 3) {
            return "ICMP type " + type + " code " + code;
        }
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set";
            case 5 -> "Source Route Failed";
            case 6 -> "Destination Net Unknown";
            case 7 -> "Destination Host Unknown";
            case 9 -> "Destination Net Prohibited";
            case 10 -> "Destination Host Prohibited";
            case 13 -> "Packet filtered";
            default -> "Dest Unreachable, Bad Code: " + code;
        };
    }
}
