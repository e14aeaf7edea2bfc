package dev.netjig.diagnosis;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

/**
 * The errno of the sender's own call. EPERM is left to the witnesses of packet filters, who know the rule; without them
 * it still means a filter at the sender's output.
 */
final class RefusalWitness implements Witness {

    private static final Map<Errno, RouteType> ROUTE_TYPES = Map.of(
            Errno.EINVAL, RouteType.BLACKHOLE,
            Errno.EACCES, RouteType.PROHIBIT,
            Errno.EHOSTUNREACH, RouteType.UNREACHABLE);

    @Override
    public Optional<Finding> testify(Scene scene) {
        return scene.result().refusal().flatMap(errno -> finding(scene, errno));
    }

    private static Optional<Finding> finding(Scene scene, Errno errno) {
        String netns = scene.sender().name();
        InetAddress destination = scene.destination();
        Evidence refused = new Evidence("sendto", "returned " + errno + " in " + netns);
        if (errno.equals(Errno.EPERM)) {
            return Optional.of(Finding.proven(new Cause.Dropped(netns, new Culprit.Unseen("output")), refused));
        }
        RouteLookup route = scene.sender().routeTo(destination);
        if (!(route instanceof RouteLookup.Refused lookup) || !lookup.errno().equals(errno)) {
            return Optional.empty();
        }
        Evidence looked = new Evidence(
                "ip -n " + netns + " route get " + destination.getHostAddress(), "answers " + errno.message());
        if (errno.equals(Errno.ENETUNREACH)) {
            return Optional.of(Finding.proven(new Cause.NetworkUnreachable(netns, destination), refused, looked));
        }
        return Optional.ofNullable(ROUTE_TYPES.get(errno))
                .map(type -> Finding.proven(new Cause.RouteRefused(netns, type, destination), refused, looked));
    }
}
