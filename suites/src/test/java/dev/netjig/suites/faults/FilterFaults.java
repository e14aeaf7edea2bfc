package dev.netjig.suites.faults;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.FilterPoint.INPUT_POLICY;
import static dev.netjig.assertions.FilterPoint.INPUT_RULE;
import static dev.netjig.assertions.FilterPoint.OUTPUT_POLICY;
import static dev.netjig.assertions.FilterPoint.OUTPUT_RULE;
import static dev.netjig.assertions.FilterPoint.POSTROUTING_RULE;
import static dev.netjig.assertions.FilterPoint.PREROUTING_RULE;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.droppedByRule;

import dev.netjig.assertions.FilterPoint;
import dev.netjig.assertions.Reason;
import dev.netjig.probe.Endpoint;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** Policies and rules that drop without a word, in each tool, hook and table of IPv4. */
final class FilterFaults {

    private FilterFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (FirewallBackend backend : FirewallBackend.values()) {
            String tool = backend.command();
            faults.add(policy(tool + "-forward-policy", backend, "node", Chain.FORWARD, FORWARD_POLICY));
            faults.add(policy(tool + "-input-policy", backend, "blue", Chain.INPUT, INPUT_POLICY));
            faults.add(policy(tool + "-output-policy", backend, "red", Chain.OUTPUT, OUTPUT_POLICY));
            faults.add(policy(tool + "-answer-output-policy", backend, "blue", Chain.OUTPUT, OUTPUT_POLICY));
            faults.add(jump(backend));
        }
        faults.addAll(iptablesTables());
        faults.addAll(nftHooks());
        faults.addAll(otherProtocols());
        return faults;
    }

    private static Fault policy(String id, FirewallBackend backend, String netns, Chain chain, FilterPoint point) {
        return Fault.of(id, "the policy of " + chain + " in " + netns + " is DROP (" + backend.command() + ")")
                .on(Networks.bridge()
                        .chainPolicy(c ->
                                c.netns(netns).backend(backend).chain(chain).policy(Policy.DROP)))
                .ping("red", "192.168.0.3")
                .because(droppedBy(netns, point));
    }

    private static Fault jump(FirewallBackend backend) {
        Topology.Builder network = Networks.routed().firewall(backend);
        if (backend == FirewallBackend.NFTABLES) {
            network.rawRule("r1", "add chain ip netjig strict")
                    .rawRule("r1", "add rule ip netjig FORWARD jump strict")
                    .rawRule("r1", "add rule ip netjig strict ip protocol icmp drop");
        } else {
            network.rawRule("r1", "-N strict")
                    .rawRule("r1", "-A FORWARD -j strict")
                    .rawRule("r1", "-A strict -p icmp -j DROP");
        }
        return Fault.of(
                        backend.command() + "-jump",
                        "a rule in a chain that FORWARD jumps to drops pings (" + backend.command() + ")")
                .on(network)
                .ping("client", "10.0.2.2")
                .because(droppedBy("r1", FORWARD_RULE));
    }

    private static List<Fault> iptablesTables() {
        return List.of(
                iptables(
                        "nft-raw-prerouting",
                        FirewallBackend.IPTABLES_NFT,
                        "r1",
                        "-t raw -A PREROUTING",
                        PREROUTING_RULE),
                iptables(
                        "legacy-raw-prerouting",
                        FirewallBackend.IPTABLES_LEGACY,
                        "r1",
                        "-t raw -A PREROUTING",
                        PREROUTING_RULE),
                iptables(
                        "nft-mangle-postrouting",
                        FirewallBackend.IPTABLES_NFT,
                        "r1",
                        "-t mangle -A POSTROUTING",
                        POSTROUTING_RULE),
                iptables(
                        "legacy-mangle-postrouting",
                        FirewallBackend.IPTABLES_LEGACY,
                        "r2",
                        "-t mangle -A POSTROUTING",
                        POSTROUTING_RULE),
                iptables(
                        "legacy-mangle-forward",
                        FirewallBackend.IPTABLES_LEGACY,
                        "r2",
                        "-t mangle -A FORWARD",
                        FORWARD_RULE),
                iptables("nft-raw-output", FirewallBackend.IPTABLES_NFT, "client", "-t raw -A OUTPUT", OUTPUT_RULE),
                iptables(
                        "legacy-sender-postrouting",
                        FirewallBackend.IPTABLES_LEGACY,
                        "client",
                        "-t mangle -A POSTROUTING",
                        POSTROUTING_RULE),
                iptables("legacy-answer-input", FirewallBackend.IPTABLES_LEGACY, "client", "-A INPUT", INPUT_RULE),
                iptables("nft-mangle-input", FirewallBackend.IPTABLES_NFT, "server", "-t mangle -A INPUT", INPUT_RULE));
    }

    private static Fault iptables(String id, FirewallBackend backend, String netns, String chain, FilterPoint point) {
        return Fault.of("ipt-" + id, backend.command() + " " + chain + " -p icmp -j DROP in " + netns)
                .on(Networks.routed().firewall(backend).rawRule(netns, chain + " -p icmp -j DROP"))
                .ping("client", "10.0.2.2")
                .because(droppedBy(netns, point));
    }

    private static List<Fault> nftHooks() {
        return List.of(
                nft("inet-forward", "r1", "table inet", "filter hook forward priority 0", "ip protocol icmp drop"),
                nft(
                        "inet-prerouting",
                        "r2",
                        "table inet",
                        "filter hook prerouting priority -300",
                        "meta l4proto icmp drop"),
                nft(
                        "ip-postrouting",
                        "r1",
                        "table ip",
                        "filter hook postrouting priority 0",
                        "icmp type echo-request drop"),
                nft(
                        "ip-answer-forward",
                        "r1",
                        "table ip",
                        "filter hook forward priority 10",
                        "icmp type echo-reply drop"),
                nft(
                        "inet-input",
                        "server",
                        "table inet",
                        "filter hook input priority -10",
                        "ip saddr 10.0.1.0/24 drop"),
                nft(
                        "inet-ingress",
                        "server",
                        "table inet",
                        "filter hook ingress device \"s0\" priority 0",
                        "ip protocol icmp drop"),
                nft(
                        "netdev-ingress",
                        "r2",
                        "table netdev",
                        "filter hook ingress device \"r2c\" priority 0",
                        "ip protocol icmp drop"),
                nft(
                        "netdev-egress",
                        "client",
                        "table netdev",
                        "filter hook egress device \"c0\" priority 0",
                        "ip protocol icmp drop"),
                nft(
                        "netdev-egress-router",
                        "r1",
                        "table netdev",
                        "filter hook egress device \"r1s\" priority 0",
                        "ip protocol icmp drop"));
    }

    private static Fault nft(String id, String netns, String table, String hook, String rule) {
        return Fault.of("nft-" + id, table + " in " + netns + ", " + hook + ": " + rule)
                .on(Networks.routed())
                .seed(NftSeed.of(netns, table, hook, rule))
                .ping("client", "10.0.2.2")
                .because(droppedByRule(netns, rule.substring(0, rule.indexOf(" drop"))));
    }

    private static List<Fault> otherProtocols() {
        Reason forward = droppedBy("r1", FORWARD_RULE);
        Reason output = droppedBy("client", OUTPUT_POLICY);
        Topology.Builder quiet = Networks.routed();
        Endpoint tcp = Endpoint.tcp("10.0.2.2", 80);
        return List.of(
                Fault.of("tcp-forward", "a rule of FORWARD drops TCP to port 80")
                        .on(Networks.routed().rawRule("r1", "add rule ip netjig FORWARD tcp dport 80 drop"))
                        .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                        .probe("client", tcp)
                        .because(forward),
                Fault.of("tcp-answer-forward", "a rule of FORWARD drops the SYN-ACK")
                        .on(Networks.routed()
                                .firewall(FirewallBackend.IPTABLES_NFT)
                                .rawRule("r1", "-A FORWARD -p tcp --sport 80 -j DROP"))
                        .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                        .probe("client", tcp)
                        .because(forward),
                Fault.of("tcp-answer-output", "the server's OUTPUT drops its SYN-ACK")
                        .on(Networks.routed()
                                .firewall(FirewallBackend.IPTABLES_LEGACY)
                                .rawRule("server", "-A OUTPUT -p tcp -j DROP"))
                        .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                        .probe("client", tcp)
                        .because(droppedBy("server", OUTPUT_RULE)),
                Fault.of("tcp-output", "the sender's OUTPUT drops TCP, and connect() is told nothing")
                        .on(Networks.routed()
                                .chainPolicy(c ->
                                        c.netns("client").chain(Chain.OUTPUT).policy(Policy.DROP)))
                        .probe("client", tcp)
                        .because(output),
                Fault.of("udp-output", "the sender's OUTPUT drops UDP, and send() is told EPERM")
                        .on(quiet.chainPolicy(
                                c -> c.netns("client").chain(Chain.OUTPUT).policy(Policy.DROP)))
                        .probe("client", Endpoint.udp("10.0.2.2", 53))
                        .because(output),
                Fault.of("udp-input", "the server's INPUT drops UDP")
                        .on(Networks.routed()
                                .firewall(FirewallBackend.IPTABLES_NFT)
                                .rawRule("server", "-A INPUT -p udp -j DROP"))
                        .seed(Seed.udpListener("server", "10.0.2.2", 53))
                        .probe("client", Endpoint.udp("10.0.2.2", 53))
                        .because(droppedBy("server", INPUT_RULE)));
    }
}
