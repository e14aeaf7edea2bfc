package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.noRoute;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.assertions.Reasons.unknownTo;

import dev.netjig.probe.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/** Links that are down, and neighbours that are not there or not where they are thought to be. */
final class LinkFaults {

    private LinkFaults() {}

    static List<Fault> all() {
        return Stream.of(links(), neighbours(), addresses())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> links() {
        return List.of(
                Fault.of("link-sender", "the sender's device is down, and its routes with it")
                        .on(Networks.bridge())
                        .seed("red", "ip link set veth2-r down")
                        .ping("red", "192.168.0.3")
                        .because(networkUnreachable("red").or(linkDown("red", "veth2-r"))),
                Fault.of("link-sender-peer", "the sender's device has no carrier")
                        .on(Networks.bridge())
                        .seed("node", "ip link set veth1-r down")
                        .ping("red", "192.168.0.3")
                        .because(linkDown("node", "veth1-r")),
                Fault.of("link-receiver", "the receiver's device is down")
                        .on(Networks.bridge())
                        .seed("blue", "ip link set veth2-b down")
                        .ping("red", "192.168.0.3")
                        .because(linkDown("blue", "veth2-b")),
                Fault.of("link-router-out", "r1's device towards the server is down, and its route with it")
                        .on(Networks.routed())
                        .seed("r1", "ip link set r1s down")
                        .ping("client", "10.0.2.2")
                        .because(noRoute("r1").or(linkDown("r1", "r1s"))),
                Fault.of("link-router-next", "r2's device towards r1 is down")
                        .on(Networks.routed())
                        .seed("r2", "ip link set r2c down")
                        .ping("client", "10.0.2.2")
                        .because(linkDown("r2", "r2c")),
                Fault.of("link-router-next-tcp", "the server's device is down for a connection")
                        .on(Networks.routed())
                        .seed("server", "ip link set s0 down")
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(linkDown("server", "s0")),
                Fault.of("link-lo", "red's loopback device is down, and red pings itself")
                        .on(Networks.bridge())
                        .seed("red", "ip link set lo down")
                        .ping("red", "192.168.0.2")
                        .because(linkDown("red", "lo")));
    }

    private static List<Fault> neighbours() {
        return List.of(
                Fault.of("neighbour-sender", "nobody has the address")
                        .on(Networks.bridge())
                        .ping("red", "192.168.0.77")
                        .because(noNeighbour("red", "192.168.0.77")),
                Fault.of("neighbour-sender-udp", "nobody has the address of a datagram")
                        .on(Networks.bridge())
                        .probe("red", Endpoint.udp("192.168.0.77", 53))
                        .because(noNeighbour("red", "192.168.0.77")),
                Fault.of("neighbour-router", "nobody in the last network has the address")
                        .on(Networks.routed())
                        .ping("client", "10.0.2.77")
                        .because(noNeighbour("r2", "10.0.2.77")),
                Fault.of("neighbour-gateway", "the client's gateway is nobody")
                        .on(Networks.routedWithout("client")
                                .route(r -> r.netns("client").to("default").via("10.0.1.99")))
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(noNeighbour("client", "10.0.1.99")),
                Fault.of("neighbour-answer", "the server's gateway is nobody")
                        .on(Networks.routedWithout("server")
                                .route(r -> r.netns("server").to("default").via("10.0.2.99")))
                        .ping("client", "10.0.2.2")
                        .because(noNeighbour("server", "10.0.2.99")),
                Fault.of("neighbour-arp-off", "blue does not take part in ARP")
                        .on(Networks.bridge())
                        .seed("blue", "ip link set veth2-b arp off")
                        .ping("red", "192.168.0.3")
                        .because(noNeighbour("red", "192.168.0.3")),
                Fault.of("neighbour-arp-ignore", "blue does not answer ARP for an address of another device")
                        .on(Networks.bridge()
                                .address("blue", "lo", "192.168.0.33/32")
                                .sysctl("blue", "net.ipv4.conf.all.arp_ignore", "1"))
                        .ping("red", "192.168.0.33")
                        .because(noNeighbour("red", "192.168.0.33")));
    }

    private static List<Fault> addresses() {
        return List.of(
                Fault.of("mac-wrong-bridge", "red knows a link-layer address that nobody has")
                        .on(Networks.bridge())
                        .seed("red", "ip neigh replace 192.168.0.3 dev veth2-r lladdr 02:00:00:00:00:99")
                        .ping("red", "192.168.0.3")
                        .because(unknownTo("blue")),
                Fault.of("mac-wrong-routed", "the client knows a wrong link-layer address of r1")
                        .on(Networks.routed())
                        .seed("client", "ip neigh replace 10.0.1.1 dev c0 lladdr 02:00:00:00:00:99")
                        .ping("client", "10.0.2.2")
                        .because(unknownTo("r1")),
                Fault.of("mac-wrong-tcp", "r2 knows a wrong link-layer address of the server")
                        .on(Networks.routed())
                        .seed("r2", "ip neigh replace 10.0.2.2 dev r2s lladdr 02:00:00:00:00:99")
                        .probe("client", Endpoint.tcp("10.0.2.2", 80))
                        .because(unknownTo("server")),
                Fault.of("mac-of-node", "red takes the node's link-layer address for blue's")
                        .on(Networks.bridge())
                        .seed(testbed -> testbed.netns("red")
                                .exec(
                                        "ip",
                                        "neigh",
                                        "replace",
                                        "192.168.0.3",
                                        "dev",
                                        "veth2-r",
                                        "lladdr",
                                        testbed.node()
                                                .link("br0")
                                                .mac()
                                                .orElseThrow()
                                                .toString())
                                .orThrow())
                        .ping("red", "192.168.0.3")
                        .because(notForwarding("node")),
                Fault.of("proxy-arp", "the node answers ARP for an address that it cannot reach either")
                        .on(Networks.bridge()
                                .sysctl("node", "net.ipv4.ip_forward", "1")
                                .sysctl("node", "net.ipv4.conf.br0.proxy_arp", "1")
                                .vethPair("d0", v -> v.peer("d1", p -> {}))
                                .route(r -> r.to("192.168.0.77/32").dev("d0")))
                        .ping("red", "192.168.0.77")
                        .because(noNeighbour("node", "192.168.0.77")),
                Fault.of(
                                "proxy-arp-missing",
                                "the client takes the server for a neighbour, and r1 does not answer for it")
                        .on(Networks.routed().address("client", "c0", "10.0.1.3/8"))
                        .ping("client", "10.0.2.2")
                        .because(noNeighbour("client", "10.0.2.2")));
    }
}
