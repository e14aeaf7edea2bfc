package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.nfnetlink.ConntrackEntry;
import dev.netjig.kernel.nfnetlink.ConntrackStatus;
import dev.netjig.kernel.nfnetlink.ConntrackTuple;
import dev.netjig.probe.Packet;
import dev.netjig.topology.IpLiteral;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTests {

    private static final Packet PACKET = new Packet.Other(0x0800);

    @Test
    void a_policy_accepts() {
        Culprit policy = new Culprit.Policy("forward", "ip filter FORWARD", Optional.empty());

        assertThat(new Passage("node", PACKET, false, policy, Optional.empty()))
                .hasToString("in node, the policy of chain ip filter FORWARD accepted protocol 0x800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "ct state established,related accept", "-p icmp -j ACCEPT", "-g ACCEPT"})
    void rules_that_end_the_way_accept(String text) {
        assertThat(passage(text, false, Optional.empty()).accepts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"masquerade", "log prefix \"accept \"", "-j ACCEPTED", "jump accepted", "counter"})
    void other_rules_match(String text) {
        assertThat(passage(text, false, Optional.empty()))
                .hasToString("in node, the rule \"" + text + "\" of chain ip filter FORWARD matched protocol 0x800");
    }

    @Test
    void an_answer_belongs_to_the_connection_of_its_request() {
        Passage passage = passage("ct state established accept", true, Optional.of(connection()));

        assertThat(passage.isByLeftover()).isFalse();
        assertThat(passage).hasToString("""
            in node, the rule "ct state established accept" of chain ip filter FORWARD accepted protocol 0x800, \
            which belongs to a tracked connection: \
            udp      17 src=10.0.0.1 dst=10.0.0.2 sport=4000 dport=53 \
            src=10.0.0.2 dst=10.0.0.1 sport=53 dport=4000\
            """);
    }

    @Test
    void a_request_of_a_tracked_connection_passed_by_a_leftover() {
        Passage passage = passage("ct state established accept", false, Optional.of(connection()));

        assertThat(passage.isByLeftover()).isTrue();
        assertThat(passage).hasToString("""
            in node, the rule "ct state established accept" of chain ip filter FORWARD accepted protocol 0x800: \
            it belongs to a connection that was tracked before it was sent \
            (ip netns exec node conntrack -L): \
            udp      17 src=10.0.0.1 dst=10.0.0.2 sport=4000 dport=53 \
            src=10.0.0.2 dst=10.0.0.1 sport=53 dport=4000\
            """);
    }

    private static Passage passage(String text, boolean reply, Optional<ConntrackEntry> connection) {
        Culprit rule =
                new Culprit.Rule("forward", "ip filter FORWARD", text, 1, OptionalLong.empty(), Optional.empty());
        return new Passage("node", PACKET, reply, rule, connection);
    }

    private static ConntrackEntry connection() {
        return new ConntrackEntry(
                17,
                tuple("10.0.0.1", "10.0.0.2", 4000, 53),
                tuple("10.0.0.2", "10.0.0.1", 53, 4000),
                Set.of(ConntrackStatus.SEEN_REPLY),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static ConntrackTuple tuple(String from, String to, int sourcePort, int destinationPort) {
        return new ConntrackTuple(
                IpLiteral.parse(from),
                IpLiteral.parse(to),
                OptionalInt.of(sourcePort),
                OptionalInt.of(destinationPort),
                Optional.empty());
    }
}
