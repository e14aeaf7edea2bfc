package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.testbed.NetworkNamespace;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The largest packet that fits all the way from a namespace to an address: what its kernel believes, and what is so. */
public final class PathMtu {

    /** An answer takes microseconds, so a size without one in this time was too big for a hop that does not say so. */
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    /** RFC 791: every IPv4 link carries this. */
    private static final int MIN_IPV4 = 68;

    /** RFC 8200: every IPv6 link carries this. */
    private static final int MIN_IPV6 = 1280;

    /** The largest number in an IPv4 header's length. */
    private static final int MAX = 65_535;

    private static final int ICMP_HEADER = 8;

    private final NetworkNamespace from;
    private final InetAddress to;
    private final int headers;
    private final int smallest;

    private PathMtu(NetworkNamespace from, InetAddress to) {
        boolean ipv6 = to instanceof Inet6Address;
        this.from = from;
        this.to = to;
        this.headers = (ipv6 ? 40 : 20) + ICMP_HEADER;
        this.smallest = ipv6 ? MIN_IPV6 : MIN_IPV4;
    }

    public static PathMtu of(NetworkNamespace from, InetAddress to) {
        return new PathMtu(from, to);
    }

    /**
     * What the kernel goes by, in bytes: RTAX_MTU of the route, where an ICMP error leaves it too (an exception, which
     * lasts {@code net.ipv4.route.mtu_expires}, ten minutes), or else the mtu of the route's device. Nothing is sent;
     * {@code ip route get}. Empty if there is no route.
     */
    public OptionalInt believed() {
        if (!(from.routeTo(to) instanceof RouteLookup.Found found)) {
            return OptionalInt.empty();
        }
        OptionalInt learnt = found.route().mtu();
        if (learnt.isPresent() || found.route().oif().isEmpty()) {
            return learnt;
        }
        int oif = found.route().oif().getAsInt();
        return from.links().stream()
                .filter(link -> link.index() == oif)
                .mapToInt(LinkState::mtu)
                .findFirst();
    }

    /**
     * What gets an answer, in bytes: echo requests that must not be fragmented, first as large as is believed, then as
     * large as the hop says that had to drop one, and where none says anything by halving. Never more than is believed:
     * {@code ip route flush cache} has the kernel forget what was so earlier. Empty if even the smallest is lost.
     */
    public OptionalInt discovered() {
        int good = 0;
        int bad = Math.min(MAX, believed().orElse(0)) + 1;
        int next = bad - 1;
        while (next >= smallest && next > good && next < bad) {
            PingResult result = ping(next);
            int told = told(result);
            if (result.isAnswered()) {
                good = next;
            } else {
                bad = next;
            }
            if (told > good && told < bad) {
                next = told;
                bad = told + 1;
            } else {
                next = good == 0 ? smallest : (good + bad) / 2;
            }
        }
        return good == 0 ? OptionalInt.empty() : OptionalInt.of(good);
    }

    /** The smallest packet in bytes that is tried: what every link of the family must carry. */
    public int smallest() {
        return smallest;
    }

    private PingResult ping(int bytes) {
        return Ping.of(from, to)
                .payloadSize(bytes - headers)
                .dontFragment()
                .timeout(TIMEOUT)
                .send();
    }

    /** The mtu that whoever dropped the packet reported, 0 if nobody did. */
    private int told(PingResult result) {
        if (result.refusal().equals(Optional.of(Errno.EMSGSIZE))) {
            // The kernel has learnt it from the error about an earlier packet.
            return believed().orElse(0);
        }
        return result.errors().stream().mapToInt(IcmpError::mtu).max().orElse(0);
    }
}
