package dev.netjig.topology;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallChecksTests {

    private static Topology.Builder bridge() {
        return Topology.builder().bridge("br0", b -> {});
    }

    /** The problems of a rule, without the name of its declaration. */
    private static List<String> problems(Consumer<FirewallRuleSpec.Builder> rule) {
        return Problems.of(bridge().rule(rule)).stream()
                .map(problem -> problem.substring(problem.indexOf("element ")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp", "udplite", "icmp", "sctp", "esp", "ah", "1", "47", "255"})
    void takes_protocols_that_every_backend_knows(String protocol) {
        assertThat(problems(r -> r.chain(FORWARD).protocol(protocol).target(Target.DROP)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "TCP", "icmpv6", "0", "256", "-1", "tcp udp", "tpc"})
    void refuses_other_protocols(String protocol) {
        assertThat(problems(r -> r.chain(FORWARD).protocol(protocol).target(Target.DROP)))
                .containsExactly("element protocol: \"" + protocol + "\" is no protocol;"
                        + " tcp, udp, udplite, icmp, sctp, esp or ah, or a number from 1 to 255");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "icmp", "6"})
    void a_port_needs_tcp_or_udp(String protocol) {
        assertThat(problems(r -> r.chain(FORWARD).protocol(protocol).dport(80).target(Target.DROP)))
                .containsExactly("element dport: \"80\" needs a protocol with ports; protocol tcp or udp");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536})
    void a_port_has_sixteen_bits(int port) {
        assertThat(problems(r -> r.chain(FORWARD).protocol("udp").dport(port).target(Target.DROP)))
                .containsExactly("element dport: \"" + port + "\" is out of range; 1 to 65535");
    }

    @Test
    void reject_with_needs_reject() {
        assertThat(problems(r -> r.chain(FORWARD).target(Target.DROP).rejectWith(RejectWith.HOST_UNREACHABLE)))
                .containsExactly("element rejectWith: \"HOST_UNREACHABLE\" is given for target DROP; target REJECT");
    }

    @Test
    void tcp_reset_needs_tcp() {
        assertThat(problems(r ->
                        r.chain(FORWARD).protocol("udp").target(Target.REJECT).rejectWith(RejectWith.TCP_RESET)))
                .containsExactly("element rejectWith: \"TCP_RESET\" answers TCP only; protocol tcp in the same rule");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREROUTING", "POSTROUTING"})
    void reject_is_for_three_chains(Chain chain) {
        assertThat(problems(r -> r.chain(chain).target(Target.REJECT)))
                .containsExactly("element target: \"REJECT\" is impossible in " + chain + "; INPUT, FORWARD or OUTPUT");
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTPUT", "POSTROUTING"})
    void what_leaves_has_no_incoming_device(Chain chain) {
        assertThat(problems(r -> r.chain(chain).iifname("br0").target(Target.DROP)))
                .containsExactly(
                        "element iifname: \"br0\" is unknown to chain " + chain + "; PREROUTING, INPUT or FORWARD");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREROUTING", "INPUT"})
    void what_comes_has_no_outgoing_device(Chain chain) {
        assertThat(problems(r -> r.chain(chain).oifname("br0").target(Target.DROP)))
                .containsExactly(
                        "element oifname: \"br0\" is unknown to chain " + chain + "; FORWARD, OUTPUT or POSTROUTING");
    }

    @Test
    void devices_must_be_declared() {
        assertThat(problems(r -> r.chain(FORWARD).iifname("br1").target(Target.DROP)))
                .containsExactly("element iifname: \"br1\" is no device in namespace node; declared there: lo, br0;"
                        + " did you mean \"br0\"? (a raw rule may name a device that appears later)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"veth+", "veth*", "a\"b"})
    void devices_are_no_patterns(String device) {
        assertThat(problems(r -> r.chain(FORWARD).oifname(device).target(Target.DROP)))
                .containsExactly("element oifname: \"" + device
                        + "\" is a pattern or needs quotes; one plain name; or use a raw rule");
    }

    @Test
    void prefixes_are_ipv4_networks() {
        assertThat(problems(r -> r.chain(FORWARD)
                        .source("fd00::/8")
                        .destination("192.168.0.1/24")
                        .target(Target.DROP)))
                .containsExactly(
                        "element source: \"fd00::/8\" is IPv6; IPv4 only, for now;"
                                + " a raw nft rule can have its own table ip6",
                        "element destination: \"192.168.0.1/24\" has bits set after its prefix;"
                                + " write the network: 192.168.0.0/24");
    }

    @Test
    void a_masquerade_is_checked_alike() {
        assertThat(Problems.of(bridge().masquerade(m -> m.source("fd00::/8"))
                        .masquerade(m -> m.source("10.0.0.1/8").oifname("! br1"))))
                .containsExactly(
                        "masquerade(\"fd00::/8\") on Topology.builder(): element source: \"fd00::/8\" is IPv6;"
                                + " IPv4 only, for now; a raw nft rule can have its own table ip6",
                        "masquerade(\"10.0.0.1/8\") on Topology.builder(): element source: \"10.0.0.1/8\" has bits set"
                                + " after its prefix; write the network: 10.0.0.0/8",
                        "masquerade(\"10.0.0.1/8\") on Topology.builder(): element oifname: \"br1\" is no device in"
                                + " namespace node; declared there: lo, br0; did you mean \"br0\"?"
                                + " (a raw rule may name a device that appears later)");
    }

    @ParameterizedTest
    @EnumSource
    void a_raw_rule_says_something(FirewallBackend backend) {
        assertThat(Problems.of(bridge().firewall(backend).rawRule("node", " ")))
                .singleElement()
                .asString()
                .startsWith("rawRule(\"node\", \" \") on Topology.builder(): element rule: missing; ");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NFTABLES")
    void a_raw_iptables_rule_is_read(FirewallBackend backend) {
        assertThat(Problems.of(bridge().firewall(backend).rawRule("node", "-S")))
                .containsExactly("rawRule(\"node\", \"-S\") on Topology.builder(): element rule: \"-S\" has no single"
                        + " command that changes rules; one of -A -I -R -D -P -N -E -F -Z -X");
    }

    @Test
    void a_raw_policy_may_not_contradict_a_declared_one() {
        assertThat(Problems.of(bridge().firewall(FirewallBackend.IPTABLES_NFT)
                        .chainPolicy(c -> c.chain(INPUT).policy(Policy.DROP))
                        .rawRule("node", "-P INPUT ACCEPT")))
                .containsExactly(
                        "rawRule(\"node\", \"-P INPUT ACCEPT\") on Topology.builder(): element rule: \"ACCEPT\""
                                + " contradicts policy DROP of the same chain; one policy, here already by"
                                + " chainPolicy(\"INPUT DROP\") on Topology.builder()");
    }

    @Test
    void a_raw_policy_of_another_table_is_another_policy() {
        assertThat(Problems.of(bridge().firewall(FirewallBackend.IPTABLES_NFT)
                        .chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))
                        .rawRule("node", "-t mangle -P FORWARD ACCEPT")
                        .rawRule("node", "-P FORWARD DROP")))
                .isEmpty();
    }
}
