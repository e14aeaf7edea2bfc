package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import dev.netjig.topology.RouteSpec;
import java.util.List;

/**
 * A route: {@code ip -n red route add default via 192.168.0.1}, RTM_NEWROUTE.
 *
 * @param route the whole route
 * @param origin who asked for it
 */
public record AddRoute(RouteSpec route, Origin origin) implements Step {

    @Override
    public String netns() {
        return route.netns();
    }

    @Override
    public List<String> commands() {
        return List.of(Shell.ip(netns()) + (route.dst().isIpv6() ? " -6" : "") + " route add " + route.arguments());
    }

    @Override
    public String toString() {
        return "add " + route;
    }
}
