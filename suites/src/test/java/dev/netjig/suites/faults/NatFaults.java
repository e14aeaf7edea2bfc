package dev.netjig.suites.faults;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.martianDestination;
import static dev.netjig.assertions.Reasons.martianSource;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;
import static dev.netjig.assertions.Reasons.portClosed;
import static dev.netjig.assertions.Reasons.replyFromElsewhere;
import static dev.netjig.assertions.Reasons.unanswered;

import dev.netjig.probe.Endpoint;
import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.util.List;
import java.util.stream.Stream;

/** Masquerading and published ports that are missing, half done or lead nowhere. */
final class NatFaults {

    private static final Endpoint WEB = Endpoint.tcp("10.0.0.2", 8080);
    private static final Endpoint DATAGRAMS = Endpoint.udp("10.0.0.2", 8080);

    private NatFaults() {}

    static List<Fault> all() {
        return Stream.of(masquerade(), backend(), hairpin())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> masquerade() {
        return List.of(
                Fault.of("masquerade-missing", "red's packets leave with an address that the internet does not know")
                        .on(Networks.uplink())
                        .ping("red", "8.8.8.8")
                        .because(noWayBack("internet")),
                Fault.of(
                                "masquerade-missing-tcp",
                                "red's connections leave with an address that the internet does not know")
                        .on(Networks.uplink())
                        .seed(Seed.tcpListener("internet", "8.8.8.8", 80))
                        .probe("red", Endpoint.tcp("8.8.8.8", 80))
                        .because(noWayBack("internet")),
                Fault.of("masquerade-other-device", "only what leaves by br0 is masqueraded")
                        .on(Networks.uplink()
                                .masquerade(m -> m.source("192.168.0.0/24").oifname("br0")))
                        .ping("red", "8.8.8.8")
                        .because(noWayBack("internet")),
                Fault.of(
                                "masquerade-flushed",
                                "the masquerade is gone, and the memory of an earlier ping does not help")
                        .on(Networks.published())
                        .seed(Seed.warm("red", "8.8.8.8"))
                        .seed("node", "nft flush chain ip netjig POSTROUTING_NAT")
                        .ping("red", "8.8.8.8")
                        .because(noWayBack("internet")),
                Fault.of("masquerade-wrong-way-back", "the internet believes that another host leads to red")
                        .on(Networks.uplink()
                                .route(r ->
                                        r.netns("internet").to("192.168.0.0/24").via("10.0.0.99")))
                        .ping("red", "8.8.8.8")
                        .because(noNeighbour("internet", "10.0.0.99")),
                Fault.of("masqueraded-forward-policy", "FORWARD drops what would be masqueraded")
                        .on(closed(Networks.published()))
                        .ping("red", "8.8.8.8")
                        .because(droppedBy("node", FORWARD_POLICY)));
    }

    private static List<Fault> backend() {
        return List.of(
                Fault.of("dnat-dead-port", "nobody listens behind the published port")
                        .on(Networks.published())
                        .probe("internet", WEB)
                        .because(portClosed("red")),
                Fault.of("dnat-dead-port-udp", "nobody receives behind the published port")
                        .on(Networks.published())
                        .probe("internet", DATAGRAMS)
                        .because(portClosed("red")),
                Fault.of("dnat-dead-host", "the published port leads to an address that nobody has")
                        .on(Networks.publishing("tcp dport 8080 dnat to 192.168.0.77:80"))
                        .probe("internet", WEB)
                        .because(noNeighbour("node", "192.168.0.77")),
                Fault.of("dnat-forward-policy", "FORWARD drops what comes for the published port")
                        .on(closed(Networks.published()))
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("internet", WEB)
                        .because(droppedBy("node", FORWARD_POLICY)),
                Fault.of("dnat-ip-forward", "the node does not forward what comes for the published port")
                        .on(Networks.published().nested().sysctl("node", "net.ipv4.ip_forward", "0"))
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("internet", WEB)
                        .because(notForwarding("node")),
                Fault.of("dnat-no-way-back", "the published host has no default route")
                        .on(Networks.published())
                        .seed("red", "ip route del default")
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("internet", WEB)
                        .because(noWayBack("red")),
                Fault.of("dnat-unanswered", "the published host takes datagrams and answers none")
                        .on(Networks.published())
                        .seed(Seed.udpListener("red", "192.168.0.2", 80))
                        .probe("internet", DATAGRAMS)
                        .because(unanswered("red")),
                Fault.of("dnat-localhost", "the published port leads to 127.0.0.1, and route_localnet is off")
                        .on(Networks.publishing("tcp dport 8080 dnat to 127.0.0.1:80"))
                        .seed(Seed.tcpListener("node", "127.0.0.1", 80))
                        .probe("internet", WEB)
                        .because(martianDestination("node")),
                Fault.of("dnat-own-node", "the node's own packets pass no PREROUTING")
                        .on(Networks.published())
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("node", WEB)
                        .because(portClosed("node")));
    }

    private static List<Fault> hairpin() {
        return List.of(
                hairpin("hairpin-tcp", "the backend answers its neighbour directly")
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("blue", WEB)
                        .because(replyFromElsewhere("blue")),
                Fault.of("hairpin-icmp", "the backend answers a ping directly")
                        .on(unfiltered(Networks.publishing("icmp type echo-request dnat to 192.168.0.2")))
                        .ping("blue", "10.0.0.2")
                        .because(replyFromElsewhere("blue")),
                hairpin("hairpin-itself", "the backend calls itself by the published port")
                        .seed(Seed.tcpListener("red", "192.168.0.2", 80))
                        .probe("red", WEB)
                        .because(martianSource("red")));
    }

    private static Fault.Draft hairpin(String id, String title) {
        return Fault.of(id, title).on(unfiltered(Networks.published()));
    }

    /** With bridge-nf, the node also sees the direct answer, and translates it back. */
    private static Topology.Builder unfiltered(Topology.Builder network) {
        return network.sysctl("node", "net.bridge.bridge-nf-call-iptables", "0");
    }

    private static Topology.Builder closed(Topology.Builder network) {
        return network.chainPolicy(c -> c.chain(Chain.FORWARD).policy(Policy.DROP));
    }
}
