package dev.netjig.suites.faults;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.noRoute;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.assertions.Reasons.reversePathFilter;
import static dev.netjig.assertions.Reasons.routeRefused;
import static dev.netjig.assertions.Reasons.tooBig;
import static dev.netjig.assertions.Reasons.ttlExpired;

import dev.netjig.probe.Ping;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import java.util.List;

/** Two faults at once: only the one that comes first in the kernel's order kills the packet. */
final class DoubleFaults {

    private DoubleFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("two-route-before-forward", "r1 has no route, and its FORWARD drops")
                        .on(closed("r1", Networks.routedWithout("r1")))
                        .ping("client", "10.0.2.2")
                        .because(noRoute("r1")),
                Fault.of("two-forward-before-way-back", "r1's FORWARD drops, and the server has no way back")
                        .on(closed("r1", Networks.routedWithout("server")))
                        .ping("client", "10.0.2.2")
                        .because(droppedBy("r1", FORWARD_POLICY)),
                Fault.of("two-way-back-before-rule", "the server has no way back, and r2's FORWARD drops its answers")
                        .on(Networks.routedWithout("server")
                                .rawRule("r2", "add rule ip netjig FORWARD ip saddr 10.0.2.2 drop"))
                        .ping("client", "10.0.2.2")
                        .because(noWayBack("server")),
                Fault.of("two-route-before-ttl", "r1 has a blackhole, and the ping one hop")
                        .on(Networks.routed()
                                .route(r ->
                                        r.netns("r1").type(RouteType.BLACKHOLE).to("10.0.2.2/32")))
                        .ping("client", client -> Ping.of(client, "10.0.2.2").ttl(1))
                        .because(routeRefused("r1", RouteType.BLACKHOLE)),
                Fault.of("two-forwarding-before-ttl", "r1 does not forward, and the ping has one hop")
                        .on(Networks.routed().nested().sysctl("r1", "net.ipv4.ip_forward", "0"))
                        .ping("client", client -> Ping.of(client, "10.0.2.2").ttl(1))
                        .because(notForwarding("r1")),
                Fault.of("two-rp-filter-before-forwarding", "r2 does not expect the client, and does not forward")
                        .on(Networks.routedWithout("r2")
                                .nested()
                                .sysctl("r2", "net.ipv4.ip_forward", "0")
                                .sysctl("r2", "net.ipv4.conf.all.rp_filter", "1"))
                        .ping("client", "10.0.2.2")
                        .because(reversePathFilter("r2").or(notForwarding("r2"))),
                Fault.of("two-ttl-before-forward", "the ping has one hop, and r1's FORWARD drops")
                        .on(closed("r1", Networks.routed()))
                        .ping("client", client -> Ping.of(client, "10.0.2.2").ttl(1))
                        .because(ttlExpired("r1")),
                Fault.of("two-size-before-forward", "r1's next link is smaller, and its FORWARD drops")
                        .on(closed("r1", Networks.routed()))
                        .seed("r1", "ip link set r1s mtu 1400")
                        .ping(
                                "client",
                                client -> Ping.of(client, "10.0.2.2")
                                        .payloadSize(1420)
                                        .dontFragment())
                        .because(tooBig("r1", 1400)),
                Fault.of("two-forward-before-link", "r1's FORWARD drops, and the server's device is down")
                        .on(closed("r1", Networks.routed()))
                        .seed("server", "ip link set s0 down")
                        .ping("client", "10.0.2.2")
                        .because(droppedBy("r1", FORWARD_POLICY)),
                Fault.of("two-link-before-filter", "blue's device is down, and its INPUT drops")
                        .on(Networks.bridge()
                                .chainPolicy(
                                        c -> c.netns("blue").chain(Chain.INPUT).policy(Policy.DROP)))
                        .seed("blue", "ip link set veth2-b down")
                        .ping("red", "192.168.0.3")
                        .because(linkDown("blue", "veth2-b")));
    }

    private static Topology.Builder closed(String netns, Topology.Builder network) {
        return network.chainPolicy(c -> c.netns(netns).chain(Chain.FORWARD).policy(Policy.DROP));
    }
}
