package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.probe.Protocol;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTests {

    private static final InetAddress BLUE = IpLiteral.parse("192.168.0.3");
    private static final InetAddress OTHER = IpLiteral.parse("192.168.0.9");

    private static final MacAddress MAC = new MacAddress("02:00:00:00:00:99");

    private static final Culprit POLICY = new Culprit.Policy("forward", "ip filter FORWARD", Optional.empty());
    private static final Culprit RULE = new Culprit.Rule(
            "forward", "ip filter FORWARD", "ip saddr 192.168.0.2 drop", 1, OptionalLong.of(4), Optional.empty());

    /** A reason, the one cause that it is, and causes that it is not for reasons other than their kind. */
    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments(
                        Reasons.networkUnreachable("red"),
                        new Cause.NetworkUnreachable("red", BLUE),
                        List.of(new Cause.NetworkUnreachable("blue", BLUE))),
                arguments(
                        Reasons.routeRefused("red", RouteType.BLACKHOLE),
                        new Cause.RouteRefused("red", RouteType.BLACKHOLE, BLUE),
                        List.of(
                                new Cause.RouteRefused("blue", RouteType.BLACKHOLE, BLUE),
                                new Cause.RouteRefused("red", RouteType.PROHIBIT, BLUE))),
                arguments(
                        Reasons.droppedBy("node", FilterPoint.FORWARD_POLICY),
                        new Cause.Dropped("node", POLICY),
                        List.of(new Cause.Dropped("red", POLICY), new Cause.Dropped("node", RULE))),
                arguments(
                        Reasons.droppedByRule("node", "saddr 192.168.0.2"),
                        new Cause.Dropped("node", RULE),
                        List.of(
                                new Cause.Dropped("red", RULE),
                                new Cause.Dropped("node", POLICY),
                                new Cause.Dropped("node", rule("ip saddr 192.168.0.7 drop")))),
                arguments(
                        Reasons.rejectedBy("node", FilterPoint.FORWARD_RULE),
                        new Cause.Rejected("node", RULE, "Port Unreachable"),
                        List.of(
                                new Cause.Rejected("red", RULE, "Port Unreachable"),
                                new Cause.Rejected("node", POLICY, "Port Unreachable"))),
                arguments(
                        Reasons.notForwarding("node"),
                        new Cause.NotForwarding("node", "br0"),
                        List.of(new Cause.NotForwarding("red", "br0"))),
                arguments(
                        Reasons.reversePathFilter("node"),
                        new Cause.ReversePathFilter("node", "br0", BLUE),
                        List.of(new Cause.ReversePathFilter("red", "br0", BLUE))),
                arguments(
                        Reasons.martianSource("node"),
                        new Cause.MartianSource("node", "br0", BLUE),
                        List.of(new Cause.MartianSource("red", "br0", BLUE))),
                arguments(
                        Reasons.noRoute("node"),
                        new Cause.NoRoute("node", BLUE),
                        List.of(new Cause.NoRoute("red", BLUE))),
                arguments(
                        Reasons.noWayBack("blue"),
                        new Cause.NoWayBack("blue", BLUE),
                        List.of(new Cause.NoWayBack("red", BLUE))),
                arguments(
                        Reasons.noNeighbour("red", "192.168.0.3"),
                        new Cause.NoNeighbour("red", "veth2-r", BLUE),
                        List.of(
                                new Cause.NoNeighbour("node", "veth2-r", BLUE),
                                new Cause.NoNeighbour("red", "veth2-r", OTHER))),
                arguments(
                        Reasons.linkDown("red", "veth2-r"),
                        new Cause.LinkDown("red", "veth2-r"),
                        List.of(new Cause.LinkDown("node", "veth2-r"), new Cause.LinkDown("red", "lo"))),
                arguments(
                        Reasons.ttlExpired("node"), new Cause.TtlExpired("node"), List.of(new Cause.TtlExpired("red"))),
                arguments(
                        Reasons.tooBig("node", 1400),
                        new Cause.TooBig("node", "eth0", 1400),
                        List.of(new Cause.TooBig("red", "eth0", 1400), new Cause.TooBig("node", "eth0", 1300))),
                arguments(
                        Reasons.portClosed("blue"),
                        new Cause.PortClosed("blue", Protocol.TCP, 80),
                        List.of(new Cause.PortClosed("red", Protocol.TCP, 80))),
                arguments(
                        Reasons.unanswered("blue"),
                        new Cause.Unanswered("blue", Protocol.UDP, 53),
                        List.of(new Cause.Unanswered("red", Protocol.UDP, 53))),
                arguments(
                        Reasons.echoIgnored("blue"),
                        new Cause.EchoIgnored("blue", "net.ipv4.icmp_echo_ignore_all"),
                        List.of(new Cause.EchoIgnored("red", "net.ipv4.icmp_echo_ignore_all"))),
                arguments(
                        Reasons.bridgePort("node", "veth1-b", Cause.BridgePort.State.ISOLATED),
                        new Cause.BridgePort("node", "veth1-b", Cause.BridgePort.State.ISOLATED),
                        List.of(
                                new Cause.BridgePort("node", "veth1-b", Cause.BridgePort.State.BLOCKED),
                                new Cause.BridgePort("node", "veth1-r", Cause.BridgePort.State.ISOLATED))),
                arguments(
                        Reasons.unknownTo("blue"),
                        new Cause.OtherHost("blue", "veth2-b", MAC),
                        List.of(new Cause.OtherHost("red", "veth2-b", MAC))),
                arguments(
                        Reasons.loop("r1", "r2"),
                        new Cause.Loop("r2", List.of("r1", "r2")),
                        List.of(new Cause.Loop("r2", List.of("r2")))),
                arguments(
                        Reasons.replyFromElsewhere("red"),
                        new Cause.ReplyFromElsewhere("red", BLUE, OTHER),
                        List.of(new Cause.ReplyFromElsewhere("node", BLUE, OTHER))),
                arguments(
                        Reasons.noSourceAddress("red"),
                        new Cause.NoSourceAddress("red", BLUE),
                        List.of(new Cause.NoSourceAddress("blue", BLUE))),
                arguments(
                        Reasons.tentativeAddress("blue"),
                        new Cause.TentativeAddress("blue", "veth2-b", BLUE),
                        List.of(new Cause.TentativeAddress("red", "veth2-b", BLUE))),
                arguments(
                        Reasons.ipv6Disabled("blue", "veth2-b"),
                        new Cause.Ipv6Disabled("blue", "veth2-b"),
                        List.of(new Cause.Ipv6Disabled("blue", "lo"), new Cause.Ipv6Disabled("red", "veth2-b"))),
                arguments(
                        Reasons.martianDestination("node"),
                        new Cause.MartianDestination("node", "br0", BLUE),
                        List.of(new Cause.MartianDestination("red", "br0", BLUE))));
    }

    @Test
    void prohibited_is_what_a_route_or_a_rule_says() {
        Reason prohibited = Reasons.administrativelyProhibited("node");

        assertThat(List.of(
                        new Cause.RouteRefused("node", RouteType.PROHIBIT, BLUE),
                        new Cause.Rejected("node", RULE, "Packet filtered"),
                        new Cause.Rejected("node", RULE, "Destination Host Prohibited"),
                        new Cause.Rejected("node", RULE, "Destination unreachable: Administratively prohibited")))
                .allMatch(prohibited::matches);
        assertThat(List.of(
                        new Cause.RouteRefused("node", RouteType.BLACKHOLE, BLUE),
                        new Cause.RouteRefused("red", RouteType.PROHIBIT, BLUE),
                        new Cause.Rejected("node", RULE, "Destination Port Unreachable")))
                .noneMatch(prohibited::matches);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void match_their_cause(Reason reason, Cause cause, List<Cause> others) {
        assertThat(reason.matches(cause)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void do_not_match_it_elsewhere(Reason reason, Cause cause, List<Cause> others) {
        assertThat(others).isNotEmpty().noneMatch(reason::matches);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void do_not_match_causes_of_another_kind(Reason reason, Cause cause, List<Cause> others) {
        assertThat(reasons().map(arguments -> (Cause) arguments.get()[1]))
                .filteredOn(candidate -> candidate.getClass() != cause.getClass())
                .noneMatch(reason::matches);
        assertThat(reason.matches(new Cause.Unknown("node", "nowhere"))).isFalse();
    }

    @Test
    void one_or_the_other_matches_both() {
        Reason either = Reasons.notForwarding("node").or(Reasons.noRoute("node"));

        assertThat(either.matches(new Cause.NotForwarding("node", "br0"))).isTrue();
        assertThat(either.matches(new Cause.NoRoute("node", BLUE))).isTrue();
        assertThat(either.matches(new Cause.TtlExpired("node"))).isFalse();
    }

    @Test
    void read_well_after_because() {
        assertThat(Stream.concat(
                                reasons().map(arguments -> arguments.get()[0]),
                                Stream.of(Reasons.notForwarding("node").or(Reasons.noRoute("node"))))
                        .map(Object::toString))
                .containsExactly(
                        "red has no route (ENETUNREACH)",
                        "red has a route of type blackhole",
                        "the policy of chain FORWARD dropped it in node",
                        "a rule with \"saddr 192.168.0.2\" dropped it in node",
                        "a rule of chain FORWARD rejected it in node",
                        "node does not forward",
                        "the reverse-path filter of node dropped it",
                        "node does not believe its source (martian)",
                        "node has no route to forward it by",
                        "it arrived in blue, which has no way back",
                        "nobody on the link of red has 192.168.0.3",
                        "the link red/veth2-r is down",
                        "its ttl expired in node",
                        "it is larger than the mtu of a device of node, 1400 bytes",
                        "nobody in blue listens at the port",
                        "it was delivered in blue and not answered",
                        "blue ignores echo requests",
                        "the bridge port node/veth1-b is isolated",
                        "its frame was not for blue",
                        "it went round in a loop of r1, r2",
                        "the answer came to red from elsewhere",
                        "red has no address to send from (EADDRNOTAVAIL)",
                        "the address in blue is tentative",
                        "blue/veth2-b has IPv6 switched off",
                        "node does not take its destination (martian)",
                        "node does not forward, or node has no route to forward it by");
    }

    private static Culprit rule(String text) {
        return new Culprit.Rule("forward", "ip filter FORWARD", text, 1, OptionalLong.of(4), Optional.empty());
    }
}
