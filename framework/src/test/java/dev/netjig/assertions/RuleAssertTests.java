package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.POSTROUTING;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Target;
import dev.netjig.topology.Topology;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsNamespaces
class RuleAssertTests {

    /** The node drops echo requests and would drop ssh. */
    private static Testbed dropping(FirewallBackend backend) {
        return Testbed.create(Networks.pair()
                .firewall(backend)
                .rule(r -> r.chain(INPUT).protocol("icmp").target(Target.DROP))
                .rule(r -> r.chain(INPUT).protocol("tcp").dport(22).target(Target.DROP))
                .build());
    }

    private static void ping(Testbed testbed) {
        Ping.of(testbed.netns("red"), "192.168.0.1").open().send();
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_was_hit(FirewallBackend backend) {
        try (Testbed testbed = dropping(backend)) {
            ping(testbed);
            ping(testbed);

            assertThat(testbed.node()).rule(INPUT, "icmp").wasHit().wasHit(2);
            assertThat(testbed.node()).rule(INPUT, "tcp 22").wasNotHit();
            assertThat(testbed.node()).rule(INPUT, "22 DROP)").wasHit(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NFTABLES       | ip protocol icmp drop | ip netjig INPUT",
                "IPTABLES_NFT   | -p icmp -j DROP       | ip filter INPUT",
                "IPTABLES_LEGACY| -p icmp -j DROP       | iptables-legacy filter INPUT"
            })
    void a_rule_was_hit_another_number_of_times(FirewallBackend backend, String rule, String chain) {
        try (Testbed testbed = dropping(backend)) {
            ping(testbed);

            String start = "Expecting the rule \"" + rule + "\" of chain " + chain + " in netns node\n";
            assertThatThrownBy(
                            () -> assertThat(testbed.node()).rule(INPUT, "icmp").wasHit(2))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(start + "to have been hit 2 times\nbut it was hit by 1 packet (84 bytes)");
            assertThatThrownBy(
                            () -> assertThat(testbed.node()).rule(INPUT, "icmp").wasNotHit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(start + "not to have been hit\nbut it was hit by 1 packet (84 bytes)");
        }
    }

    @Test
    void a_rule_was_not_hit_at_all() {
        try (Testbed testbed = dropping(FirewallBackend.NFTABLES)) {
            assertThatThrownBy(
                            () -> assertThat(testbed.node()).rule(INPUT, "icmp").wasHit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the rule "ip protocol icmp drop" of chain ip netjig INPUT in netns node
                            to have been hit
                            but it was hit by nothing""");
            assertThatThrownBy(
                            () -> assertThat(testbed.node()).rule(INPUT, "icmp").wasHit(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the rule "ip protocol icmp drop" of chain ip netjig INPUT in netns node
                            to have been hit once
                            but it was hit by nothing""");
        }
    }

    @Test
    void several_rules_have_the_words() {
        try (Testbed testbed = dropping(FirewallBackend.NFTABLES)) {
            assertThatThrownBy(() -> assertThat(testbed.node()).rule(INPUT, "drop"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns node
                            to have one rule "drop" in chain INPUT
                            but these have all its words:
                              ip netjig INPUT: ip protocol icmp drop (netjig: rule(INPUT DROP) on Topology.builder())
                              ip netjig INPUT: tcp dport 22 drop (netjig: rule(INPUT DROP) on Topology.builder())""");
        }
    }

    @Test
    void no_rule_has_the_words() {
        try (Testbed testbed = dropping(FirewallBackend.NFTABLES)) {
            assertThatThrownBy(() -> assertThat(testbed.node()).rule(INPUT, "tcp 2"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns node
                            to have one rule "tcp 2" in chain INPUT
                            but these are all of them:
                              ip netjig INPUT: ip protocol icmp drop (netjig: rule(INPUT DROP) on Topology.builder())
                              ip netjig INPUT: tcp dport 22 drop (netjig: rule(INPUT DROP) on Topology.builder())""");
        }
    }

    @Test
    void there_is_no_rule_at_all() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            assertThatThrownBy(() -> assertThat(testbed.node()).rule(FORWARD, "icmp"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting netns node
                            to have one rule "icmp" in chain FORWARD
                            but there is no rule""");
        }
    }

    @Test
    void a_rule_of_nft_may_not_count() {
        try (Testbed testbed = Testbed.create(Topology.builder()
                .rawRule("node", "add rule ip netjig INPUT udp dport 53 drop")
                .build())) {
            assertThatThrownBy(() ->
                            assertThat(testbed.node()).rule(INPUT, "udp 53").wasNotHit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the rule "udp dport 53 drop" of chain ip netjig INPUT in netns node
                            not to have been hit
                            but it does not count: write "counter" before its verdict""");
        }
    }

    @Test
    void a_rule_of_a_nat_chain_counts_flows() throws Exception {
        try (Testbed testbed = Testbed.create(Networks.masqueradedInternet().build())) {
            DatagramChannel socket = testbed.netns("red").datagramChannel();
            socket.send(ByteBuffer.wrap(new byte[] {1}), new InetSocketAddress("8.8.8.8", 53));
            socket.send(ByteBuffer.wrap(new byte[] {2}), new InetSocketAddress("8.8.8.8", 53));

            assertThat(testbed.node()).rule(POSTROUTING, "masquerade").wasHit(1);
            assertThat(testbed.node()).rule("POSTROUTING_NAT", "masquerade").wasHit(1);
            assertThatThrownBy(() -> assertThat(testbed.node())
                            .rule(POSTROUTING, "masquerade")
                            .wasNotHit())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the rule "ip saddr 192.168.0.0/24 oifname != "br0" masquerade" of chain ip netjig POSTROUTING_NAT in netns node
                            not to have been hit
                            but it was hit by 1 flow (29 bytes)""");
        }
    }
}
