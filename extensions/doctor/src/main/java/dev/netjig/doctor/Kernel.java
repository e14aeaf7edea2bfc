package dev.netjig.doctor;

import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** What the kernel has of what tests use, found out by using it. */
final class Kernel {

    private static final Trial NAMESPACES = new Trial(
            "network-namespaces",
            "every topology is made of them",
            List.of(),
            State.MISSING,
            Topology.builder().netns("red").build());

    private static final List<Trial> TRIALS = List.of(
            new Trial(
                    "veth",
                    "every link between namespaces is a veth pair",
                    List.of("veth"),
                    State.MISSING,
                    Topology.builder()
                            .netns("red")
                            .vethPair("veth1", pair -> pair.peer("veth2", peer -> peer.netns("red")))
                            .build()),
            new Trial(
                    "bridge",
                    "@Bridge, and Docker's networks",
                    List.of("bridge"),
                    State.LIMITED,
                    Topology.builder()
                            .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                            .build()),
            firewall(
                    "nftables",
                    FirewallBackend.NFTABLES,
                    "the default firewall of netjig",
                    "nf_tables",
                    "nft_chain_nat"),
            firewall(
                    "iptables-nft",
                    FirewallBackend.IPTABLES_NFT,
                    "@Firewall(IPTABLES_NFT), and Docker's rules",
                    "nf_tables",
                    "nft_compat",
                    "nft_chain_nat"),
            firewall(
                    "iptables-legacy",
                    FirewallBackend.IPTABLES_LEGACY,
                    "@Firewall(IPTABLES_LEGACY)",
                    "ip_tables",
                    "iptable_filter",
                    "iptable_nat"));

    private final Machine machine;

    Kernel(Machine machine) {
        this.machine = machine;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Finding namespaces = NAMESPACES.run(machine);
        findings.add(namespaces);
        for (Trial trial : TRIALS) {
            findings.add(
                    namespaces.is(State.OK)
                            ? trial.run(machine)
                            : trial.notTried("there is no namespace to try it in", "see " + NAMESPACES.name()));
        }
        findings.add(bridgeNetfilter());
        findings.add(droppedPackets());
        return findings;
    }

    private Finding bridgeNetfilter() {
        Finding loaded = Finding.ok(
                Area.KERNEL,
                "br_netfilter",
                "works",
                "without it packets between ports of a bridge never meet iptables");
        return machine.has("/proc/sys/net/bridge/bridge-nf-call-iptables")
                ? loaded
                : loaded.but(State.LIMITED, "not in the kernel, or not loaded", "sudo modprobe br_netfilter");
    }

    /** Reads the kernel's types and loads the program; it does not run until somebody watches. */
    private Finding droppedPackets() {
        Finding available = Finding.ok(
                Area.KERNEL,
                "dropped-packets",
                "tier 1: the kernel tells of each packet that it drops",
                "a second witness, at the tracepoint kfree_skb, confirms what an explanation says");
        return DropTracer.unavailableBecause()
                .map(obstacle -> available.but(
                        State.LIMITED,
                        "tier 0: " + obstacle.lines().findFirst().orElse(obstacle),
                        "run as the machine's root, on a kernel from 5.17 on that has /sys/kernel/btf/vmlinux;"
                                + " explanations do without"))
                .orElse(available);
    }

    private static Trial firewall(String name, FirewallBackend backend, String why, String... modules) {
        return new Trial(
                name,
                why,
                List.of(modules),
                State.LIMITED,
                Topology.builder()
                        .firewall(backend)
                        .chainPolicy(policy -> policy.chain(Chain.FORWARD).policy(Policy.DROP))
                        .masquerade(masquerade -> masquerade.source("192.168.0.0/24"))
                        .build());
    }
}
