package dev.netjig.suites.faults;

import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.FilterPoint.INPUT_RULE;
import static dev.netjig.assertions.Reasons.administrativelyProhibited;
import static dev.netjig.assertions.Reasons.rejectedBy;

import dev.netjig.probe.Endpoint;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import java.util.ArrayList;
import java.util.List;

/** Rules that refuse a packet and say so, in each of the ways that there are. */
final class RejectFaults {

    private RejectFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        FirewallBackend[] backends = FirewallBackend.values();
        int next = 0;
        for (RejectWith answer : RejectWith.values()) {
            if (answer != RejectWith.TCP_RESET && answer != RejectWith.ADMIN_PROHIBITED) {
                faults.add(ping(answer, backends[next++ % backends.length]));
            }
        }
        faults.add(Fault.of("reject-admin-prohibited", "r1 rejects pings with admin-prohibited")
                .on(Networks.routed()
                        .rule(r -> r.netns("r1")
                                .chain(Chain.FORWARD)
                                .protocol("icmp")
                                .target(Target.REJECT)
                                .rejectWith(RejectWith.ADMIN_PROHIBITED)))
                .ping("client", "10.0.2.2")
                .because(administrativelyProhibited("r1")));
        for (FirewallBackend backend : backends) {
            faults.add(reset(backend));
        }
        faults.add(udp());
        faults.add(tcp());
        faults.addAll(ipv6());
        return faults;
    }

    private static Fault ping(RejectWith answer, FirewallBackend backend) {
        return Fault.of(
                        "reject-" + answer.nftables().replace(' ', '-'),
                        "r1 rejects pings with " + answer.nftables() + " (" + backend.command() + ")")
                .on(Networks.routed()
                        .rule(r -> r.netns("r1")
                                .backend(backend)
                                .chain(Chain.FORWARD)
                                .protocol("icmp")
                                .target(Target.REJECT)
                                .rejectWith(answer)))
                .ping("client", "10.0.2.2")
                .because(rejectedBy("r1", FORWARD_RULE));
    }

    private static Fault reset(FirewallBackend backend) {
        return Fault.of(
                        "reject-tcp-reset-" + backend.command(),
                        "the server's INPUT resets connections to an open port (" + backend.command() + ")")
                .on(Networks.routed()
                        .rule(r -> r.netns("server")
                                .backend(backend)
                                .chain(Chain.INPUT)
                                .protocol("tcp")
                                .target(Target.REJECT)
                                .rejectWith(RejectWith.TCP_RESET)))
                .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                .probe("client", Endpoint.tcp("10.0.2.2", 80))
                .because(rejectedBy("server", INPUT_RULE));
    }

    private static Fault udp() {
        return Fault.of("reject-udp", "r2 rejects UDP with port-unreachable, as a closed port would")
                .on(Networks.routed()
                        .rule(r -> r.netns("r2")
                                .chain(Chain.FORWARD)
                                .protocol("udp")
                                .target(Target.REJECT)))
                .seed(Seed.udpListener("server", "10.0.2.2", 53))
                .probe("client", Endpoint.udp("10.0.2.2", 53))
                .because(rejectedBy("r2", FORWARD_RULE));
    }

    private static Fault tcp() {
        return Fault.of("reject-tcp", "r2 rejects TCP with host-unreachable")
                .on(Networks.routed()
                        .rule(r -> r.netns("r2")
                                .backend(FirewallBackend.IPTABLES_NFT)
                                .chain(Chain.FORWARD)
                                .protocol("tcp")
                                .target(Target.REJECT)
                                .rejectWith(RejectWith.HOST_UNREACHABLE)))
                .seed(Seed.tcpListener("server", "10.0.2.2", 80))
                .probe("client", Endpoint.tcp("10.0.2.2", 80))
                .because(rejectedBy("r2", FORWARD_RULE));
    }

    private static List<Fault> ipv6() {
        return List.of(
                ping6("no-route"),
                ping6("admin-prohibited"),
                ping6("addr-unreachable"),
                ping6("port-unreachable"),
                ping6("policy-fail"),
                Fault.of("reject6-tcp-reset", "r1 resets IPv6 connections")
                        .on(Networks.routed())
                        .seed(NftSeed.of(
                                "r1",
                                "table ip6",
                                "filter hook forward priority 0",
                                "meta l4proto tcp reject with tcp reset"))
                        .seed(Seed.tcpListener("server", "fd02::2", 80))
                        .probe("client", Endpoint.tcp("fd02::2", 80))
                        .because(rejectedBy("r1", FORWARD_RULE)));
    }

    private static Fault ping6(String answer) {
        return Fault.of("reject6-" + answer, "r1 rejects IPv6 pings with " + answer)
                .on(Networks.routed())
                .seed(NftSeed.of(
                        "r1",
                        "table ip6",
                        "filter hook forward priority 0",
                        "icmpv6 type echo-request reject with icmpv6 " + answer))
                .ping("client", "fd02::2")
                .because(rejectedBy("r1", FORWARD_RULE));
    }
}
