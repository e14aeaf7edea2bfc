package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.loop;
import static dev.netjig.assertions.Reasons.martianDestination;
import static dev.netjig.assertions.Reasons.martianSource;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.noRoute;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.assertions.Reasons.reversePathFilter;
import static dev.netjig.assertions.Reasons.routeRefused;
import static dev.netjig.assertions.Reasons.ttlExpired;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Ping;
import dev.netjig.topology.RouteType;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** Routes, policy rules and settings of routers that keep IPv4 packets from their way. */
final class RoutingFaults {

    private RoutingFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(missing());
        for (RouteType type : List.of(RouteType.BLACKHOLE, RouteType.UNREACHABLE, RouteType.PROHIBIT)) {
            faults.add(refused(type, "client", "10.0.2.2/32"));
            faults.add(refused(type, "r1", "10.0.2.2/32"));
            faults.add(refused(type, "server", "10.0.1.2/32"));
        }
        faults.addAll(rules());
        faults.addAll(settings());
        faults.addAll(hops());
        faults.addAll(martians());
        return faults;
    }

    private static List<Fault> missing() {
        return List.of(
                Fault.of("no-route-sender", "the client has no route")
                        .on(Networks.routedWithout("client"))
                        .ping("client", "10.0.2.2")
                        .because(networkUnreachable("client")),
                Fault.of("no-route-sender-tcp", "the client has no route for its connection")
                        .on(Networks.routedWithout("client"))
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(networkUnreachable("client")),
                Fault.of("no-route-router", "r1 has no route to the server")
                        .on(Networks.routedWithout("r1"))
                        .ping("client", "10.0.2.2")
                        .because(noRoute("r1")),
                Fault.of("no-route-router-udp", "r1 has no route to the server for a datagram")
                        .on(Networks.routedWithout("r1"))
                        .probe("client", Endpoint.udp("10.0.2.2", 53))
                        .because(noRoute("r1")),
                Fault.of("no-route-router-back", "r2 has no route for the answer")
                        .on(Networks.routedWithout("r2"))
                        .ping("client", "10.0.2.2")
                        .because(noRoute("r2")),
                Fault.of("no-way-back", "the server has no route for the answer")
                        .on(Networks.routedWithout("server"))
                        .ping("client", "10.0.2.2")
                        .because(noWayBack("server")),
                Fault.of("no-way-back-tcp", "the server has no route for its SYN-ACK")
                        .on(Networks.routedWithout("server"))
                        .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(noWayBack("server")),
                Fault.of("no-way-back-rst", "the server has no route for the reset of a closed port")
                        .on(Networks.routedWithout("server"))
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(noWayBack("server")));
    }

    private static Fault refused(RouteType type, String netns, String to) {
        return Fault.of("route-" + type + "-" + netns, netns + " has a route of type " + type)
                .on(Networks.routed().route(r -> r.netns(netns).type(type).to(to)))
                .ping("client", "10.0.2.2")
                .because(routeRefused(netns, type));
    }

    private static List<Fault> rules() {
        return List.of(
                Fault.of(
                                "rule-empty-table",
                                "a policy rule of r1 sends the client's packets to an empty table, and then nowhere")
                        .on(Networks.routed())
                        .seed("r1", """
                                ip rule add from 10.0.1.2 lookup 100 pref 100
                                ip rule add from 10.0.1.2 unreachable pref 101
                                """)
                        .ping("client", "10.0.2.2")
                        .because(noRoute("r1").or(routeRefused("r1", RouteType.UNREACHABLE))),
                Fault.of(
                                "rule-table-blackhole",
                                "a policy rule of r1 sends the client's packets to a table that swallows them")
                        .on(Networks.routed())
                        .seed("r1", """
                                ip rule add from 10.0.1.2 lookup 100 pref 100
                                ip route add blackhole default table 100
                                """)
                        .ping("client", "10.0.2.2")
                        .because(routeRefused("r1", RouteType.BLACKHOLE)),
                Fault.of("rule-prohibit", "a policy rule of r1 prohibits the client")
                        .on(Networks.routed())
                        .seed("r1", "ip rule add from 10.0.1.2 prohibit pref 100")
                        .ping("client", "10.0.2.2")
                        .because(routeRefused("r1", RouteType.PROHIBIT)),
                Fault.of("rule-prohibit-sender", "a policy rule of the client prohibits its own packets")
                        .on(Networks.routed())
                        .seed("client", "ip rule add to 10.0.2.0/24 prohibit pref 100")
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(routeRefused("client", RouteType.PROHIBIT)));
    }

    private static List<Fault> settings() {
        return List.of(
                Fault.of("ip-forward", "r1 does not forward")
                        .on(Networks.routed().nested().sysctl("r1", "net.ipv4.ip_forward", "0"))
                        .ping("client", "10.0.2.2")
                        .because(notForwarding("r1")),
                Fault.of("ip-forward-device", "r1 does not forward what comes in by r1c")
                        .on(Networks.routed().sysctl("r1", "net.ipv4.conf.r1c.forwarding", "0"))
                        .ping("client", "10.0.2.2")
                        .because(notForwarding("r1")),
                Fault.of("ip-forward-tcp", "r2 does not forward a connection")
                        .on(Networks.routed().nested().sysctl("r2", "net.ipv4.ip_forward", "0"))
                        .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(notForwarding("r2")),
                Fault.of("ip-forward-back", "r2 does not forward the answer")
                        .on(Networks.routed().sysctl("r2", "net.ipv4.conf.r2s.forwarding", "0"))
                        .ping("client", "10.0.2.2")
                        .because(notForwarding("r2")),
                Fault.of("rp-filter-strict", "r2 expects the client elsewhere, strictly")
                        .on(strictly("r2", "1", Networks.routedWithout("r2"))
                                .route(r -> r.netns("r2").to("10.0.1.0/24").dev("r2s")))
                        .ping("client", "10.0.2.2")
                        .because(reversePathFilter("r2")),
                Fault.of("rp-filter-loose", "r2 knows no way to the client, and minds even loosely")
                        .on(strictly("r2", "2", Networks.routedWithout("r2")))
                        .ping("client", "10.0.2.2")
                        .because(reversePathFilter("r2")),
                Fault.of("rp-filter-receiver", "the server's filter does not expect the client")
                        .on(strictly("server", "1", Networks.routedWithout("server")))
                        .probe("client", Endpoint.udp("10.0.2.2", 53))
                        .because(reversePathFilter("server")));
    }

    private static List<Fault> hops() {
        return List.of(
                Fault.of("ttl", "the ping has one hop")
                        .on(Networks.routed())
                        .ping("client", client -> Ping.of(client, "10.0.2.2").ttl(1))
                        .because(ttlExpired("r1")),
                Fault.of("ttl-second", "the ping has two hops")
                        .on(Networks.routed())
                        .ping("client", client -> Ping.of(client, "10.0.2.2").ttl(2))
                        .because(ttlExpired("r2")),
                Fault.of("ttl-answer", "the server's answer has one hop")
                        .on(Networks.routed().sysctl("server", "net.ipv4.ip_default_ttl", "1"))
                        .ping("client", "10.0.2.2")
                        .because(ttlExpired("r2")),
                Fault.of("loop", "r1 and r2 send the packet to each other")
                        .on(Networks.routed())
                        .seed("r2", "ip route add 10.0.2.2/32 via 10.0.12.1")
                        .ping("client", "10.0.2.2")
                        .because(loop("r1", "r2")),
                Fault.of("loop-tcp", "r1 and r2 send the SYN to each other")
                        .on(Networks.routed())
                        .seed("r2", "ip route add 10.0.2.2/32 via 10.0.12.1")
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(loop("r1", "r2")));
    }

    private static List<Fault> martians() {
        return List.of(
                Fault.of("martian-own", "the client sends from an address of r2")
                        .on(Networks.routed()
                                .route(r -> r.netns("client")
                                        .to("10.0.2.2/32")
                                        .via("10.0.1.1")
                                        .src("10.0.2.1"))
                                .address("client", "lo", "10.0.2.1/32"))
                        .ping("client", "10.0.2.2")
                        .because(martianSource("r2")),
                Fault.of("martian-none", "red has no address to send from")
                        .on(Networks.bridge())
                        .seed("red", """
                                ip address flush dev veth2-r
                                ip route add 192.168.0.0/24 dev veth2-r
                                """)
                        .ping("red", "192.168.0.3")
                        .because(martianSource("blue")),
                Fault.of("martian-destination", "a packet to 127.0.0.1 comes to r1 from outside")
                        .on(Networks.routed().sysctl("client", "net.ipv4.conf.all.route_localnet", "1"))
                        .seed("client", """
                                ip route del local 127.0.0.0/8 dev lo table local
                                ip route del local 127.0.0.1 dev lo table local
                                ip route add 127.0.0.1 via 10.0.1.1 src 10.0.1.2 table local
                                """)
                        .ping("client", "127.0.0.1")
                        .because(martianDestination("r1")));
    }

    private static Topology.Builder strictly(String netns, String mode, Topology.Builder network) {
        return network.nested().sysctl(netns, "net.ipv4.conf.all.rp_filter", mode);
    }
}
