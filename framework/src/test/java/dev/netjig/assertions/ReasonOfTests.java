package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Culprit;
import dev.netjig.diagnosis.Explanation;
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

/** What a reachability matrix says of a cause is what a test says to {@code because}. */
class ReasonOfTests {

    private static final InetAddress THERE = IpLiteral.parse("8.8.8.8");
    private static final Culprit POLICY = new Culprit.Policy("forward", "ip filter FORWARD", Optional.of("mine"));

    static List<Arguments> causes() {
        return List.of(
                arguments(new Cause.NetworkUnreachable("n", THERE), Reasons.networkUnreachable("n")),
                arguments(
                        new Cause.RouteRefused("n", RouteType.PROHIBIT, THERE),
                        Reasons.routeRefused("n", RouteType.PROHIBIT)),
                arguments(new Cause.Dropped("n", POLICY), Reasons.droppedBy("n", FilterPoint.FORWARD_POLICY)),
                arguments(
                        new Cause.Rejected("n", rule("input"), "an answer"),
                        Reasons.rejectedBy("n", FilterPoint.INPUT_RULE)),
                arguments(new Cause.NotForwarding("n", "br0"), Reasons.notForwarding("n")),
                arguments(new Cause.ReversePathFilter("n", "eth0", THERE), Reasons.reversePathFilter("n")),
                arguments(new Cause.MartianSource("n", "eth0", THERE), Reasons.martianSource("n")),
                arguments(new Cause.MartianDestination("n", "eth0", THERE), Reasons.martianDestination("n")),
                arguments(new Cause.NoRoute("n", THERE), Reasons.noRoute("n")),
                arguments(new Cause.NoWayBack("n", THERE), Reasons.noWayBack("n")),
                arguments(new Cause.NoNeighbour("n", "eth0", THERE), Reasons.noNeighbour("n", "8.8.8.8")),
                arguments(new Cause.LinkDown("n", "eth0"), Reasons.linkDown("n", "eth0")),
                arguments(new Cause.TtlExpired("n"), Reasons.ttlExpired("n")),
                arguments(new Cause.Loop("n", List.of("n", "m")), Reasons.loop("n", "m")),
                arguments(new Cause.TooBig("n", "eth0", 1400), Reasons.tooBig("n", 1400)),
                arguments(new Cause.PortClosed("n", Protocol.TCP, 80), Reasons.portClosed("n")),
                arguments(new Cause.Unanswered("n", Protocol.UDP, 53), Reasons.unanswered("n")),
                arguments(new Cause.EchoIgnored("n", "a.sysctl"), Reasons.echoIgnored("n")),
                arguments(
                        new Cause.BridgePort("n", "veth1", Cause.BridgePort.State.BLOCKED),
                        Reasons.bridgePort("n", "veth1", Cause.BridgePort.State.BLOCKED)),
                arguments(
                        new Cause.OtherHost("n", "eth0", new MacAddress("02:00:00:00:00:01")), Reasons.unknownTo("n")),
                arguments(new Cause.ReplyFromElsewhere("n", THERE, THERE), Reasons.replyFromElsewhere("n")),
                arguments(new Cause.NoSourceAddress("n", THERE), Reasons.noSourceAddress("n")),
                arguments(new Cause.TentativeAddress("n", "eth0", THERE), Reasons.tentativeAddress("n")),
                arguments(new Cause.Ipv6Disabled("n", "eth0"), Reasons.ipv6Disabled("n", "eth0")));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void has_the_words_of_the_reason_that_matches(Cause cause, Reason reason) {
        assertThat(reason.matches(cause)).isTrue();
        assertThat(ReasonOf.words(cause)).isEqualTo(reason.toString());
    }

    @Test
    void knows_every_cause() {
        assertThat(causes().stream().map(row -> (Object) row.get()[0].getClass()))
                .containsAll(List.of(Cause.class.getPermittedSubclasses()).stream()
                        .filter(type -> type != Cause.Unknown.class)
                        .toList());
    }

    @Test
    void falls_back_on_the_causes_own_words() {
        assertThat(ReasonOf.words(new Cause.Dropped("n", rule("ingress"))))
                .isEqualTo("n: the rule \"drop\" of chain netdev t c dropped it");
    }

    @Test
    void does_not_quote_a_packet_of_which_nothing_is_known() {
        assertThat(ReasonOf.words(new Cause.Unknown("n", "tx n/eth0 10.0.0.1 > 10.0.0.2 tcp 4711 > 80 SYN ttl 64")))
                .isEqualTo("unknown; it was last seen in n");
    }

    @Test
    void says_what_is_a_guess() {
        Explanation guess = new Explanation(
                Results.silence(),
                List.of(),
                new Cause.NotForwarding("n", "br0"),
                Confidence.INFERRED,
                List.of(),
                List.of());

        assertThat(ReasonOf.words(guess)).isEqualTo("n does not forward (inferred)");
    }

    private static Culprit rule(String hook) {
        return new Culprit.Rule(hook, "netdev t c", "drop", 1, OptionalLong.of(7), Optional.empty());
    }
}
