package dev.netjig.topology;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks routes, as far as the declaration can be wrong in itself. Whether a gateway can be reached is for the kernel to
 * say.
 */
final class RouteChecks {

    private static final int RT_TABLE_MAIN = 254;
    private static final int IP6_RT_PRIO_USER = 1024;

    /** What must differ between two routes; else the kernel says EEXIST. */
    private record Key(String netns, int table, Cidr dst, int metric) {}

    private final Findings findings;
    private final Inventory inventory;
    private final Map<Key, Origin> seen = new HashMap<>();

    RouteChecks(Findings findings, Inventory inventory) {
        this.findings = findings;
        this.inventory = inventory;
    }

    void check(RouteSpec route, Origin origin) {
        if (!inventory.checkNetns(findings, origin, "netns", route.netns())) {
            return;
        }
        checkDestination(route, origin);
        checkNextHop(route, origin);
        route.via().ifPresent(via -> checkFamily(route, via, origin, "via"));
        route.src().ifPresent(src -> checkFamily(route, src, origin, "src"));
        route.table().ifPresent(table -> findings.checkRange(origin, "table", table, 1, Integer.MAX_VALUE, ""));
        route.metric().ifPresent(metric -> findings.checkRange(origin, "metric", metric, 0, Integer.MAX_VALUE, ""));
        route.hoplimit().ifPresent(hops -> findings.checkRange(origin, "hoplimit", hops, 1, 255, " hops"));
        checkUnique(route, origin);
    }

    private void checkDestination(RouteSpec route, Origin origin) {
        if (route.dst().hasHostBits()) {
            findings.add(
                    origin,
                    "to",
                    route.dst(),
                    "has bits set after its prefix",
                    "write the network: " + route.dst().network());
        }
    }

    private void checkNextHop(RouteSpec route, Origin origin) {
        if (route.type() == RouteType.UNICAST) {
            if (route.via().isEmpty() && route.dev().isEmpty()) {
                findings.missing(origin, "via", "a unicast route needs via, dev or both");
            }
            route.dev().ifPresent(dev -> inventory.checkDevice(findings, origin, "dev", route.netns(), dev));
            return;
        }
        String rule = "is given for a route of type " + route.type();
        String allowed = "a route that sends nothing on has neither via nor dev";
        route.via().ifPresent(via -> findings.add(origin, "via", IpLiteral.format(via), rule, allowed));
        route.dev().ifPresent(dev -> findings.add(origin, "dev", dev, rule, allowed));
    }

    private void checkFamily(RouteSpec route, InetAddress address, Origin origin, String element) {
        if (Cidr.host(address).isIpv6() != route.dst().isIpv6()) {
            findings.add(
                    origin,
                    element,
                    IpLiteral.format(address),
                    "is of another family than the destinations " + route.dst(),
                    "an " + (route.dst().isIpv6() ? "IPv6" : "IPv4") + " address");
        }
    }

    private void checkUnique(RouteSpec route, Origin origin) {
        int metric = route.metric().orElse(route.dst().isIpv6() ? IP6_RT_PRIO_USER : 0);
        Key key = new Key(route.netns(), route.table().orElse(RT_TABLE_MAIN), route.dst(), metric);
        Origin first = seen.putIfAbsent(key, origin);
        if (first != null) {
            findings.add(
                    origin,
                    "to",
                    route.dst(),
                    "has a route in namespace " + route.netns() + " already (the kernel says \"File exists\")",
                    "another table or metric than in " + first);
        }
    }
}
