package dev.netjig.kernel.rtnetlink;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * One of the ways that a multipath route has; {@code nexthop via 192.168.0.1 dev eth0 weight 1}.
 *
 * @param via the gateway; empty if the destinations are neighbours on the device
 * @param oif the index of the device
 * @param weight its share of the flows, 1 to 256
 * @param flags the state of this way
 */
public record NextHop(Optional<InetAddress> via, int oif, int weight, Set<RouteFlag> flags) {

    static NextHop of(RtNextHop struct) {
        return new NextHop(
                Gateway.find(struct.attributes()),
                struct.index(),
                struct.hops() + 1,
                Bits.toSet(RouteFlag.class, RouteFlag::bit, struct.flags()));
    }
}
