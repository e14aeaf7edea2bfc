package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.netjig.probe.Protocol;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of a cause, and the command that they are advised. */
class CauseTests {

    private static final InetAddress THERE = IpLiteral.parse("8.8.8.8");

    private static final Culprit NFT_RULE = new Culprit.Rule(
            "forward", "ip netjig FORWARD", "ip saddr 10.0.0.0/8 drop", 2, OptionalLong.of(7), Optional.of("mine"));
    private static final Culprit LEGACY_RULE = new Culprit.Rule(
            "input", "iptables-legacy filter INPUT", "-j REJECT", 3, OptionalLong.empty(), Optional.empty());
    private static final Culprit LEGACY_POLICY =
            new Culprit.Policy("forward", "iptables-legacy filter FORWARD", Optional.empty());

    static List<Arguments> causes() {
        return List.of(
                arguments(
                        new Cause.NetworkUnreachable("red", THERE),
                        "red has no route to 8.8.8.8: sendto() returned ENETUNREACH, nothing was sent",
                        "ip -n red route add default via GATEWAY"),
                arguments(
                        new Cause.RouteRefused("red", RouteType.BLACKHOLE, THERE),
                        "red has a route of type blackhole for 8.8.8.8",
                        "ip -n red route del blackhole 8.8.8.8"),
                arguments(
                        new Cause.Dropped("node", NFT_RULE),
                        "node: the rule \"ip saddr 10.0.0.0/8 drop\" of chain ip netjig FORWARD (mine) dropped it",
                        "ip netns exec node nft delete rule ip netjig FORWARD handle 7"),
                arguments(
                        new Cause.Dropped("node", LEGACY_POLICY),
                        "node: the policy of chain iptables-legacy filter FORWARD dropped it",
                        "ip netns exec node iptables-legacy -t filter -P FORWARD ACCEPT"),
                arguments(
                        new Cause.Rejected("blue", LEGACY_RULE, "Destination Port Unreachable"),
                        "blue: the rule \"-j REJECT\" of chain iptables-legacy filter INPUT rejected it with"
                                + " \"Destination Port Unreachable\"",
                        "ip netns exec blue iptables-legacy -t filter -D INPUT 3"),
                arguments(
                        new Cause.NotForwarding("node", "br0"),
                        "node does not forward: it is not the packet's destination and net.ipv4.ip_forward (or br0's"
                                + " forwarding) is 0",
                        "ip netns exec node sysctl -w net.ipv4.ip_forward=1"),
                arguments(
                        new Cause.ReversePathFilter("node", "eth0", THERE),
                        "node: the reverse-path filter of eth0 does not expect a packet from 8.8.8.8 there",
                        "ip netns exec node sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=0, or"
                                + " add a route to 8.8.8.8 by eth0"),
                arguments(
                        new Cause.NoRoute("node", THERE),
                        "node has no route to 8.8.8.8 to forward it by",
                        "ip -n node route add 8.8.8.8 via GATEWAY"),
                arguments(
                        new Cause.NoWayBack("internet", IpLiteral.parse("192.168.0.2")),
                        "it arrived in internet, which has no route back to 192.168.0.2",
                        "ip -n internet route add 192.168.0.2 via GATEWAY, or masquerade the source on the way"),
                arguments(
                        new Cause.NoNeighbour("red", "veth2-r", THERE),
                        "nobody on red/veth2-r answers ARP for 8.8.8.8",
                        "give 8.8.8.8 to a host on that link, or correct the route"),
                arguments(
                        new Cause.LinkDown("red", "veth2-r"),
                        "the link red/veth2-r is down",
                        "ip -n red link set dev veth2-r up"),
                arguments(new Cause.TtlExpired("node"), "its ttl expired in node", "send with a larger ttl"),
                arguments(
                        new Cause.NotForwarding("r1", "eth0", /* v6= */ true),
                        "r1 does not forward: it is not the packet's destination and net.ipv6.conf.all.forwarding (or"
                                + " eth0's forwarding) is 0",
                        "ip netns exec r1 sysctl -w net.ipv6.conf.all.forwarding=1"),
                arguments(
                        new Cause.NoNeighbour("red", "veth2-r", IpLiteral.parse("fd00::9")),
                        "nobody on red/veth2-r answers neighbour discovery for fd00::9",
                        "give fd00::9 to a host on that link, or correct the route"),
                arguments(
                        new Cause.TooBig("node", "eth0", 1400),
                        "it is larger than the mtu of node/eth0, 1400 bytes",
                        "ip -n node link set dev eth0 mtu BYTES, or send smaller packets"),
                arguments(
                        new Cause.PortClosed("blue", Protocol.TCP, 80),
                        "nobody in blue takes it at port 80/tcp",
                        "start a program that listens on port 80/tcp of the address, or of all, in blue"),
                arguments(
                        new Cause.Unanswered("blue", Protocol.UDP, 53),
                        "it was delivered in blue to port 53/udp, which did not answer",
                        "look at the program on port 53/udp in blue"),
                arguments(
                        new Cause.EchoIgnored("blue", "net.ipv4.icmp_echo_ignore_all"),
                        "it arrived in blue, which ignores echo requests: net.ipv4.icmp_echo_ignore_all=1",
                        "ip netns exec blue sysctl -w net.ipv4.icmp_echo_ignore_all=0"),
                arguments(
                        new Cause.BridgePort("node", "veth1-b", Cause.BridgePort.State.ISOLATED),
                        "the bridge port node/veth1-b is isolated",
                        "ip netns exec node bridge link set dev veth1-b isolated off"),
                arguments(
                        new Cause.OtherHost("blue", "veth2-b", new MacAddress("02:00:00:00:00:99")),
                        "its frame was for 02:00:00:00:00:99, which is not the address of blue/veth2-b",
                        "delete the sender's neighbour entry with lladdr 02:00:00:00:00:99 (ip neighbour del)"),
                arguments(
                        new Cause.Loop("r2", List.of("r1", "r2")),
                        "it went round in a loop of r1, r2 until its ttl expired in r2",
                        "ip route get, in each of r1, r2, shows which route leads back"),
                arguments(
                        new Cause.ReplyFromElsewhere("red", THERE, IpLiteral.parse("192.168.0.3")),
                        "the answer came to red from 192.168.0.3 instead of 8.8.8.8",
                        "have the answer pass the namespace that translated the request: masquerade the request there"),
                arguments(
                        new Cause.MartianDestination("node", "br0", IpLiteral.parse("127.0.0.1")),
                        "node takes no packet for 127.0.0.1 from outside, by br0 (martian destination)",
                        "ip netns exec node sysctl -w net.ipv4.conf.br0.route_localnet=1"),
                arguments(
                        new Cause.Ipv6Disabled("blue", "veth2-b"),
                        "blue/veth2-b has IPv6 switched off",
                        "ip netns exec blue sysctl -w net.ipv6.conf.veth2-b.disable_ipv6=0"),
                arguments(
                        new Cause.Unknown("node", "rx node/br0"),
                        "unknown; last seen: rx node/br0",
                        "look at netns node by hand"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void says_what_happened_and_what_to_do(Cause cause, String summary, String remedy) {
        assertThat(cause.summary()).isEqualTo(summary);
        assertThat(cause.remedy()).isEqualTo(remedy);
    }

    @Test
    void an_iptables_nft_policy_is_changed_with_nft() {
        assertThat(new Culprit.Policy("forward", "ip filter FORWARD", Optional.empty()).remedy("node"))
                .isEqualTo("ip netns exec node nft 'chain ip filter FORWARD { policy accept; }'");
    }
}
