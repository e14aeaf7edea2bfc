package dev.netjig.suites.chaptere;

import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.KernelState;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document's commands print at the node. */
class WhatTheNodeShows {

    private static final Pattern PORT = Pattern.compile(".*\\s(veth\\w+)");

    @Test
    @DockerNetwork
    @Scenario(id = "E2", title = "ip addr show: five veths, four of them on docker0 and one on docker_gwbridge")
    void ip_addr_show(@Netns("node") NetworkNamespace node) {
        List<String> veths = Veths.shownAt(node);

        assertThat(veths).hasSize(5);
        assertThat(veths).filteredOn(line -> line.contains(" master docker0 ")).hasSize(4);
        assertThat(veths)
                .filteredOn(line -> line.contains(" master docker_gwbridge "))
                .singleElement()
                .asString()
                .containsPattern("veth0e5@if\\d+: <BROADCAST,MULTICAST,UP,LOWER_UP>");
    }

    @Test
    @DockerNetwork
    @Scenario(id = "E4", title = "brctl show: docker0 with four interfaces, docker_gwbridge with one, STP off")
    void brctl_show(@Netns("node") NetworkNamespace node) {
        List<String> lines =
                node.exec("brctl", "show").orThrow().stdout().lines().toList();
        List<String> bridges = lines.stream()
                .filter(line -> line.startsWith("docker"))
                .map(line -> line.replaceAll("\t+8000\\.[0-9a-f]{12}\t+", " ").replaceAll("\t.*", ""))
                .toList();

        assertThat(bridges).containsExactlyInAnyOrder("docker0 no", "docker_gwbridge no");
        assertThat(ports(lines, "docker0")).containsExactlyInAnyOrder("veth0c1", "veth0d2", "veth0f3", "veth0b4");
        assertThat(ports(lines, "docker_gwbridge")).containsExactly("veth0e5");
    }

    @Test
    @Internet
    @Scenario(
            id = "E5",
            title = "iptables -t nat -S: each bridge's network is masqueraded unless it leaves by that bridge")
    void iptables_nat(@Netns("node") NetworkNamespace node) {
        AsDockerDoesIt.make(node);

        assertThat(node.exec("iptables", "-t", "nat", "-S").orThrow().stdout().lines())
                .containsSubsequence(
                        "-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE",
                        "-A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE");
    }

    @Test
    @DockerNetwork
    @Scenario(id = "E6", title = "netstat -rn: default by the NIC, each bridge's network by the bridge")
    void netstat(@Netns("node") NetworkNamespace node) {
        assertThat(node.exec("netstat", "-rn").orThrow().stdout().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "Kernel IP routing table",
                        "Destination Gateway Genmask Flags MSS Window irtt Iface",
                        "0.0.0.0 10.0.0.1 0.0.0.0 UG 0 0 0 eth0",
                        "10.0.0.0 0.0.0.0 255.255.255.0 U 0 0 0 eth0",
                        "172.17.0.0 0.0.0.0 255.255.0.0 U 0 0 0 docker0",
                        "172.18.0.0 0.0.0.0 255.255.0.0 U 0 0 0 docker_gwbridge");
    }

    @Test
    @DockerNetwork
    @Firewall(IPTABLES_NFT)
    @Scenario(id = "E1", title = "a container's eth0 leads by its veth, docker0 and the node's NIC to the world")
    void by_hand_it_is_the_same_network(Testbed declared) {
        try (Testbed byHand = Testbed.create(Topology.builder()
                .netns("internet")
                .address("internet", "lo", "8.8.8.8/32")
                .vethPair(
                        "eth0",
                        v -> v.address("10.0.0.2/24")
                                .peer("eth0", peer -> peer.netns("internet").address("10.0.0.1/24")))
                .route(route -> route.to("default").via("10.0.0.1"))
                .build())) {
            List<NetworkNamespace> made = new ArrayList<>(AsDockerDoesIt.make(byHand.node()));
            made.add(byHand.netns("internet"));

            assertThat(KernelState.of(made)).isEqualTo(KernelState.of(declared.namespaces()));
        }
    }

    /** The names at the ends of the lines from the bridge's own to the next bridge's. */
    private static List<String> ports(List<String> lines, String bridge) {
        List<String> ports = new ArrayList<>();
        boolean isOfBridge = false;
        for (String line : lines) {
            boolean isContinued = line.isBlank() || Character.isWhitespace(line.charAt(0));
            isOfBridge = isContinued ? isOfBridge : line.startsWith(bridge + "\t");
            if (isOfBridge) {
                PORT.matcher(line).results().map(found -> found.group(1)).forEach(ports::add);
            }
        }
        return ports;
    }
}
