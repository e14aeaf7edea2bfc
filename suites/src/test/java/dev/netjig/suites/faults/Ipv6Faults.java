package dev.netjig.suites.faults;

import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.droppedByRule;
import static dev.netjig.assertions.Reasons.ipv6Disabled;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.loop;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.noRoute;
import static dev.netjig.assertions.Reasons.noSourceAddress;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.assertions.Reasons.routeRefused;
import static dev.netjig.assertions.Reasons.tentativeAddress;
import static dev.netjig.assertions.Reasons.ttlExpired;
import static dev.netjig.assertions.Reasons.unknownTo;

import dev.netjig.probe.Endpoint;
import dev.netjig.probe.Ping;
import dev.netjig.topology.RouteType;
import java.util.ArrayList;
import java.util.List;

/** What IPv6 does in its own way. */
final class Ipv6Faults {

    private Ipv6Faults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(routing());
        for (RouteType type : List.of(RouteType.BLACKHOLE, RouteType.UNREACHABLE, RouteType.PROHIBIT)) {
            faults.add(refused(type, "client", "fd02::2/128"));
            faults.add(refused(type, "r1", "fd02::2/128"));
            faults.add(refused(type, "server", "fd01::2/128"));
        }
        faults.addAll(links());
        faults.addAll(disabled());
        faults.addAll(tentative());
        faults.addAll(filters());
        return faults;
    }

    private static List<Fault> routing() {
        return List.of(
                Fault.of("ipv6-no-route-sender", "the client has no IPv6 route")
                        .on(Networks.routedWithout("client"))
                        .ping("client", "fd02::2")
                        .because(networkUnreachable("client")),
                Fault.of("ipv6-no-route-router", "r1 has no IPv6 route to the server")
                        .on(Networks.routedWithout("r1"))
                        .ping("client", "fd02::2")
                        .because(noRoute("r1")),
                Fault.of("ipv6-no-route-router-back", "r2 has no IPv6 route for the answer")
                        .on(Networks.routedWithout("r2"))
                        .ping("client", "fd02::2")
                        .because(noRoute("r2")),
                Fault.of("ipv6-no-way-back", "the server has no IPv6 route for the answer")
                        .on(Networks.routedWithout("server"))
                        .ping("client", "fd02::2")
                        .because(noWayBack("server")),
                Fault.of("ipv6-no-way-back-tcp", "the server has no IPv6 route for its SYN-ACK")
                        .on(Networks.routedWithout("server"))
                        .seed(Seed.tcpListener("server", "fd02::2", 80))
                        .probe("client", Endpoint.tcp("fd02::2", 80))
                        .because(noWayBack("server")),
                Fault.of("ipv6-forwarding", "r1 does not forward IPv6")
                        .on(Networks.routed().nested().sysctl("r1", "net.ipv6.conf.all.forwarding", "0"))
                        .ping("client", "fd02::2")
                        .because(notForwarding("r1")),
                Fault.of("ipv6-rule-prohibit", "a policy rule of r1 prohibits the client")
                        .on(Networks.routed())
                        .seed("r1", "ip -6 rule add from fd01::2 prohibit pref 100")
                        .ping("client", "fd02::2")
                        .because(routeRefused("r1", RouteType.PROHIBIT)),
                Fault.of("ipv6-hop-limit", "the ping has one hop")
                        .on(Networks.routed())
                        .ping("client", client -> Ping.of(client, "fd02::2").ttl(1))
                        .because(ttlExpired("r1")),
                Fault.of("ipv6-hop-limit-answer", "the server's answer has one hop")
                        .on(Networks.routed().sysctl("server", "net.ipv6.conf.s0.hop_limit", "1"))
                        .ping("client", "fd02::2")
                        .because(ttlExpired("r2")),
                Fault.of("ipv6-loop", "r1 and r2 send the packet to each other")
                        .on(Networks.routed())
                        .seed("r2", "ip -6 route add fd02::2/128 via fd12::1")
                        .ping("client", "fd02::2")
                        .because(loop("r1", "r2")));
    }

    private static Fault refused(RouteType type, String netns, String to) {
        return Fault.of("ipv6-route-" + type + "-" + netns, netns + " has an IPv6 route of type " + type)
                .on(Networks.routed().route(r -> r.netns(netns).type(type).to(to)))
                .ping("client", "fd02::2")
                .because(routeRefused(netns, type));
    }

    private static List<Fault> links() {
        return List.of(
                Fault.of("ipv6-neighbour-sender", "nobody has the address")
                        .on(Networks.bridge())
                        .ping("red", "fd00::77")
                        .because(noNeighbour("red", "fd00::77")),
                Fault.of("ipv6-neighbour-router", "nobody in the last network has the address")
                        .on(Networks.routed())
                        .probe("client", Endpoint.udp("fd02::77", 53))
                        .because(noNeighbour("r2", "fd02::77")),
                Fault.of("ipv6-mac-wrong", "the client knows a wrong link-layer address of r1")
                        .on(Networks.routed())
                        .seed("client", "ip neigh replace fd01::1 dev c0 lladdr 02:00:00:00:00:99")
                        .ping("client", "fd02::2")
                        .because(unknownTo("r1")),
                Fault.of("ipv6-link-receiver", "the receiver's device is down")
                        .on(Networks.bridge())
                        .seed("blue", "ip link set veth2-b down")
                        .ping("red", "fd00::3")
                        .because(linkDown("blue", "veth2-b")));
    }

    private static List<Fault> disabled() {
        return List.of(
                Fault.of("ipv6-disabled-receiver", "blue's device has IPv6 disabled")
                        .on(Networks.bridge())
                        .seed("blue", "sysctl -qw net.ipv6.conf.veth2-b.disable_ipv6=1")
                        .ping("red", "fd00::3")
                        .because(ipv6Disabled("blue", "veth2-b")),
                Fault.of("ipv6-disabled-sender", "red has IPv6 disabled")
                        .on(Networks.bridge())
                        .seed("red", "sysctl -qw net.ipv6.conf.all.disable_ipv6=1")
                        .ping("red", "fd00::3")
                        .because(ipv6Disabled("red", "veth2-r")),
                Fault.of("ipv6-disabled-sender-device", "red's device has IPv6 disabled")
                        .on(Networks.bridge())
                        .seed("red", "sysctl -qw net.ipv6.conf.veth2-r.disable_ipv6=1")
                        .ping("red", "fd00::3")
                        .because(ipv6Disabled("red", "veth2-r")),
                Fault.of("ipv6-disabled-router", "r1 has IPv6 disabled where the client's packets come in")
                        .on(Networks.routed())
                        .seed("r1", "sysctl -qw net.ipv6.conf.r1c.disable_ipv6=1")
                        .ping("client", "fd02::2")
                        .because(ipv6Disabled("r1", "r1c")),
                Fault.of(
                                "ipv6-disabled-router-warm",
                                "r1 has IPv6 disabled, and the client knows its link-layer address")
                        .on(Networks.routed())
                        .seed(testbed -> testbed.netns("client")
                                .exec(
                                        "ip",
                                        "neigh",
                                        "replace",
                                        "fd01::1",
                                        "dev",
                                        "c0",
                                        "lladdr",
                                        testbed.netns("r1")
                                                .link("r1c")
                                                .mac()
                                                .orElseThrow()
                                                .toString())
                                .orThrow())
                        .seed("r1", "sysctl -qw net.ipv6.conf.r1c.disable_ipv6=1")
                        .ping("client", "fd02::2")
                        .because(ipv6Disabled("r1", "r1c")),
                Fault.of("ipv6-disabled-router-out", "r1 has IPv6 disabled towards the server, and no route left")
                        .on(Networks.routed())
                        .seed("r1", "sysctl -qw net.ipv6.conf.r1s.disable_ipv6=1")
                        .ping("client", "fd02::2")
                        .because(noRoute("r1").or(ipv6Disabled("r1", "r1s"))));
    }

    private static List<Fault> tentative() {
        return List.of(
                Fault.of("ipv6-tentative-source", "red's only address is still tentative")
                        .on(Networks.bridge())
                        .seed("red", """
                                ip link set veth2-r down
                                sysctl -qw net.ipv6.conf.veth2-r.addr_gen_mode=1
                                sysctl -qw net.ipv6.conf.veth2-r.accept_dad=1 net.ipv6.conf.veth2-r.dad_transmits=60
                                ip link set veth2-r up
                                ip address add fd00::22/64 dev veth2-r
                                """)
                        .ping("red", "fd00::3")
                        .because(noSourceAddress("red")),
                Fault.of("ipv6-tentative-router", "r1's link-local address towards r2 is still tentative")
                        .on(Networks.routed())
                        .seed("r1", """
                                ip link set r1s down
                                sysctl -qw net.ipv6.conf.r1s.accept_dad=1 net.ipv6.conf.r1s.dad_transmits=60
                                ip link set r1s up
                                ip address add fd12::1/64 dev r1s nodad
                                ip -6 route add fd02::/64 via fd12::2
                                """)
                        .ping("client", "fd02::2")
                        .because(noSourceAddress("r1")),
                Fault.of("ipv6-tentative-target", "the address of blue that red asks for is still tentative")
                        .on(Networks.bridge())
                        .seed("blue", """
                                sysctl -qw net.ipv6.conf.veth2-b.accept_dad=1 net.ipv6.conf.veth2-b.dad_transmits=60
                                ip address add fd00::33/64 dev veth2-b
                                """)
                        .ping("red", "fd00::33")
                        .because(tentativeAddress("blue")));
    }

    private static List<Fault> filters() {
        return List.of(
                nd("forward", "node", "table ip6", "filter hook forward priority 0"),
                nd("bridge", "node", "table bridge", "filter hook forward priority 0"),
                nd("input", "blue", "table ip6", "filter hook input priority 0"),
                Fault.of("ipv6-nd-answer-output", "blue's OUTPUT drops neighbour advertisements")
                        .on(Networks.bridge())
                        .seed(NftSeed.of(
                                "blue",
                                "table ip6",
                                "filter hook output priority 0",
                                "icmpv6 type nd-neighbor-advert drop"))
                        .ping("red", "fd00::3")
                        .because(droppedByRule("blue", "nd-neighbor-advert")),
                Fault.of("ipv6-forward-rule", "FORWARD drops IPv6 pings")
                        .on(Networks.routed())
                        .seed(NftSeed.of(
                                "r1", "table ip6", "filter hook forward priority 0", "icmpv6 type echo-request drop"))
                        .ping("client", "fd02::2")
                        .because(droppedBy("r1", FORWARD_RULE)),
                Fault.of("ipv6-ip6tables", "ip6tables drops what the server receives")
                        .on(Networks.routed())
                        .seed("server", "ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request -j DROP")
                        .ping("client", "fd02::2")
                        .because(droppedByRule("server", "drop")),
                Fault.of("ipv6-ip6tables-legacy", "ip6tables-legacy drops what the server receives")
                        .on(Networks.routed())
                        .seed("server", "ip6tables-legacy -A INPUT -p icmpv6 --icmpv6-type echo-request -j DROP")
                        .ping("client", "fd02::2")
                        .because(droppedByRule("server", "-j DROP")));
    }

    private static Fault nd(String id, String netns, String table, String hook) {
        return Fault.of("ipv6-nd-" + id, table + " in " + netns + ", " + hook + ", drops neighbour solicitations")
                .on(Networks.bridge())
                .seed(NftSeed.of(netns, table, hook, "icmpv6 type nd-neighbor-solicit drop"))
                .ping("red", "fd00::3")
                .because(droppedByRule(netns, "nd-neighbor-solicit"));
    }
}
