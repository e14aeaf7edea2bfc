package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/** What the errno of a routing decision for a packet of the namespace's own means. */
final class RefusedRoute {

    private static final Map<Errno, RouteType> TYPES = Map.of(
            Errno.EINVAL, RouteType.BLACKHOLE,
            Errno.EACCES, RouteType.PROHIBIT,
            Errno.EHOSTUNREACH, RouteType.UNREACHABLE);

    private RefusedRoute() {}

    static Optional<Cause> ofSender(String netns, InetAddress destination, Errno errno) {
        return errno.equals(Errno.ENETUNREACH)
                ? Optional.of(new Cause.NetworkUnreachable(netns, destination))
                : ofType(netns, destination, errno);
    }

    static Optional<Cause> onTheWayBack(String netns, InetAddress source, Errno errno) {
        return errno.equals(Errno.ENETUNREACH)
                ? Optional.of(new Cause.NoWayBack(netns, source))
                : ofType(netns, source, errno);
    }

    private static Optional<Cause> ofType(String netns, InetAddress destination, Errno errno) {
        return Optional.ofNullable(TYPES.get(errno)).map(type -> new Cause.RouteRefused(netns, type, destination));
    }
}
