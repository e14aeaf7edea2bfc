package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.tooBig;

import dev.netjig.assertions.Reason;
import dev.netjig.probe.Ping;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Topology;
import java.util.List;

/** Packets larger than a link on their way, with and without somebody who says so. */
final class MtuFaults {

    private static final int PAYLOAD = 1420;
    private static final String SMALLER = "ip link set r1s mtu 1400";

    private MtuFaults() {}

    static List<Fault> all() {
        return List.of(
                routed("mtu-router", "r1's next link is smaller", "10.0.2.2", "r1", SMALLER, tooBig("r1", 1400)),
                routed("mtu-router-ipv6", "r1's next link is smaller", "fd02::2", "r1", SMALLER, tooBig("r1", 1400)),
                routed(
                        "mtu-sender",
                        "the client's own link is smaller",
                        "10.0.2.2",
                        "client",
                        "ip link set c0 mtu 1300",
                        tooBig("client", 1300)),
                routed(
                        "mtu-sender-ipv6",
                        "the client's own link is smaller",
                        "fd02::2",
                        "client",
                        "ip link set c0 mtu 1300",
                        tooBig("client", 1300)),
                routed(
                        "mtu-route",
                        "r1's route is said to take less than its link",
                        "10.0.2.2",
                        "r1",
                        "ip route replace 10.0.2.0/24 via 10.0.12.2 mtu lock 1300",
                        tooBig("r1", 1300)),
                routed(
                        "mtu-peer",
                        "r2's end of the link takes less than r1's",
                        "10.0.2.2",
                        "r2",
                        "ip link set r2c mtu 1400",
                        tooBig("r2", 1400)),
                routed(
                        "mtu-peer-ipv6",
                        "r2's end of the link takes less than r1's",
                        "fd02::2",
                        "r2",
                        "ip link set r2c mtu 1400",
                        tooBig("r2", 1400)),
                blackHole(
                        "mtu-black-hole",
                        "10.0.2.2",
                        Networks.routed()
                                .firewall(FirewallBackend.IPTABLES_NFT)
                                .rawRule("r1", "-A OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP")),
                blackHole(
                        "mtu-black-hole-legacy",
                        "10.0.2.2",
                        Networks.routed()
                                .firewall(FirewallBackend.IPTABLES_LEGACY)
                                .rawRule("client", "-A INPUT -p icmp --icmp-type fragmentation-needed -j DROP")),
                Fault.of("mtu-black-hole-ipv6", "r1's next link is smaller, and its packet-too-big is dropped")
                        .on(Networks.routed())
                        .seed("r1", SMALLER)
                        .seed(NftSeed.of(
                                "r1", "table ip6", "filter hook output priority 0", "icmpv6 type packet-too-big drop"))
                        .ping("client", client -> Ping.of(client, "fd02::2").payloadSize(PAYLOAD))
                        .because(tooBig("r1", 1400)),
                bridged("mtu-port", "192.168.0.3", 1),
                bridged("mtu-port-unfiltered", "192.168.0.3", 0),
                bridged("mtu-port-ipv6", "fd00::3", 1),
                bridged("mtu-port-unfiltered-ipv6", "fd00::3", 0));
    }

    private static Fault routed(String id, String title, String to, String netns, String script, Reason reason) {
        return Fault.of(id, title)
                .on(Networks.routed())
                .seed(netns, script)
                .ping(
                        "client",
                        client -> Ping.of(client, to).payloadSize(PAYLOAD).dontFragment())
                .because(reason);
    }

    private static Fault blackHole(String id, String to, Topology.Builder network) {
        return Fault.of(id, "r1's next link is smaller, and its ICMP error is dropped")
                .on(network)
                .seed("r1", SMALLER)
                .ping(
                        "client",
                        client -> Ping.of(client, to).payloadSize(PAYLOAD).dontFragment())
                .because(tooBig("r1", 1400));
    }

    private static Fault bridged(String id, String to, int filtered) {
        return Fault.of(id, "a port of the bridge takes less than the others, bridge-nf-call " + filtered)
                .on(Networks.bridge()
                        .sysctl("node", "net.bridge.bridge-nf-call-iptables", "" + filtered)
                        .sysctl("node", "net.bridge.bridge-nf-call-ip6tables", "" + filtered))
                .seed(Seed.warm("red", to))
                .seed("node", "ip link set veth1-b mtu 1400")
                .ping("red", red -> Ping.of(red, to).payloadSize(PAYLOAD).dontFragment())
                .because(tooBig("node", 1400));
    }
}
