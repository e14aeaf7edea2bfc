package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.droppedByRule;

import java.util.List;

/** Filters below IP: nftables' families bridge, netdev and arp, ebtables and arptables. */
final class Layer2FilterFaults {

    private Layer2FilterFaults() {}

    static List<Fault> all() {
        return List.of(
                nft(
                        "bridge-forward",
                        "node",
                        "table bridge",
                        "filter hook forward priority 0",
                        "ip protocol icmp drop"),
                nft(
                        "bridge-prerouting",
                        "node",
                        "table bridge",
                        "filter hook prerouting priority 0",
                        "ip protocol icmp drop"),
                nft(
                        "bridge-answer-postrouting",
                        "node",
                        "table bridge",
                        "filter hook postrouting priority 0",
                        "icmp type echo-reply drop"),
                nft(
                        "netdev-ingress-port",
                        "node",
                        "table netdev",
                        "filter hook ingress device \"veth1-r\" priority 0",
                        "ip protocol icmp drop"),
                nft("bridge-arp", "node", "table bridge", "filter hook forward priority 0", "ether type arp drop"),
                nft("arp-input", "blue", "table arp", "filter hook input priority 0", "arp operation request drop"),
                nft("arp-output", "red", "table arp", "filter hook output priority 0", "arp operation request drop"),
                nft(
                        "arp-answer-output",
                        "blue",
                        "table arp",
                        "filter hook output priority 0",
                        "arp operation reply drop"),
                Fault.of("ebtables", "ebtables -A FORWARD -p IPv4 -j DROP")
                        .on(Networks.bridge())
                        .seed("node", "ebtables -A FORWARD -p IPv4 -j DROP")
                        .ping("red", "192.168.0.3")
                        .because(droppedByRule("node", "ether type ip")),
                Fault.of("arptables", "arptables -A INPUT -j DROP")
                        .on(Networks.bridge())
                        .seed("blue", "arptables -A INPUT -j DROP")
                        .ping("red", "192.168.0.3")
                        .because(droppedByRule("blue", "drop")));
    }

    private static Fault nft(String id, String netns, String table, String hook, String rule) {
        return Fault.of("nft-" + id, table + " in " + netns + ", " + hook + ": " + rule)
                .on(Networks.bridge())
                .seed(NftSeed.of(netns, table, hook, rule))
                .ping("red", "192.168.0.3")
                .because(droppedByRule(netns, rule.substring(0, rule.indexOf(" drop"))));
    }
}
