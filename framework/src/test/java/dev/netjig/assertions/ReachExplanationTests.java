package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.Chain.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;

/** Why a destination was reached. */
@NeedsNamespaces
class ReachExplanationTests {

    @Test
    void names_the_policy_that_accepted_request_and_answer() {
        Topology.Builder accepting =
                Networks.bridge().chainPolicy(c -> c.chain(FORWARD).policy(Policy.ACCEPT));

        assertThat(explanation(accepting, "192.168.0.3")).isEqualTo("""
            ping red → 192.168.0.3: reply from 192.168.0.3: ttl=64
              path:
                tx red/veth2-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                rx node/veth1-r 192.168.0.2 > 192.168.0.3 echo request ttl 64
                tx node/veth1-b 192.168.0.2 > 192.168.0.3 echo request ttl 64
                rx blue/veth2-b 192.168.0.2 > 192.168.0.3 echo request ttl 64
                tx blue/veth2-b 192.168.0.3 > 192.168.0.2 echo reply ttl 64
                rx node/veth1-b 192.168.0.3 > 192.168.0.2 echo reply ttl 64
                tx node/veth1-r 192.168.0.3 > 192.168.0.2 echo reply ttl 64
                rx red/veth2-r 192.168.0.3 > 192.168.0.2 echo reply ttl 64
              packet filters:
                in node, the policy of chain ip netjig FORWARD (netjig: chainPolicy(FORWARD ACCEPT) on \
            Topology.builder()) accepted 192.168.0.2 > 192.168.0.3 echo request ttl 64
                in node, the policy of chain ip netjig FORWARD (netjig: chainPolicy(FORWARD ACCEPT) on \
            Topology.builder()) accepted 192.168.0.3 > 192.168.0.2 echo reply ttl 64\
            """);
    }

    @Test
    void names_rules_that_rewrote_or_matched_and_what_nat_changed() {
        Topology.Builder filtered = Networks.masqueradedInternet()
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))
                .rawRule("node", "add rule ip netjig FORWARD ct state established accept")
                .rawRule("node", "add rule ip netjig FORWARD ip daddr 8.8.8.8 counter accept");

        assertThat(explanation(filtered, "8.8.8.8").replaceAll("icmp     1 .*", "ENTRY"))
                .isEqualTo("""
                    ping red → 8.8.8.8: reply from 8.8.8.8: ttl=103
                      path:
                        tx red/veth2-r 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        rx node/veth1-r 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        rx node/br0 192.168.0.2 > 8.8.8.8 echo request ttl 64
                        tx node/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63 (source 192.168.0.2 → 10.0.0.2)
                        rx internet/eth0 10.0.0.2 > 8.8.8.8 echo request ttl 63
                        tx internet/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104
                        rx node/eth0 8.8.8.8 > 10.0.0.2 echo reply ttl 104
                        tx node/br0 8.8.8.8 > 192.168.0.2 echo reply ttl 103 (destination 10.0.0.2 → 192.168.0.2)
                        tx node/veth1-r 8.8.8.8 > 192.168.0.2 echo reply ttl 103
                        rx red/veth2-r 8.8.8.8 > 192.168.0.2 echo reply ttl 103
                      packet filters:
                        in node, the rule "ip daddr 8.8.8.8 accept" of chain ip netjig FORWARD (netjig: rawRule(node, \
                    add rule ip netjig FORWARD ip daddr 8.8.8.8 counter accept) on Topology.builder()) accepted \
                    192.168.0.2 > 8.8.8.8 echo request ttl 63
                        in node, the rule "ip saddr 192.168.0.0/24 oifname != "br0" masquerade" of chain ip netjig \
                    POSTROUTING_NAT (netjig: masquerade(192.168.0.0/24) on Topology.builder()) matched \
                    192.168.0.2 > 8.8.8.8 echo request ttl 63
                        in node, the rule "ct state established accept" of chain ip netjig FORWARD (netjig: rawRule(node, \
                    add rule ip netjig FORWARD ct state established accept) on Topology.builder()) accepted \
                    8.8.8.8 > 192.168.0.2 echo reply ttl 103, which belongs to a tracked connection: ENTRY\
                    """);
    }

    @Test
    void iptables_legacy_rules_are_named_too() {
        Topology.Builder filtered = Networks.bridge()
                .firewall(FirewallBackend.IPTABLES_LEGACY)
                .rawRule("node", "-N CHECKED")
                .rawRule("node", "-A FORWARD -p icmp -j CHECKED");

        assertThat(explanation(filtered, "192.168.0.3")).endsWith("""
              packet filters:
                in node, the rule "-p icmp -j CHECKED" of chain iptables-legacy filter FORWARD (netjig: rawRule(node, \
            -A FORWARD -p icmp -j CHECKED) on Topology.builder()) matched 192.168.0.2 > 192.168.0.3 echo request ttl 64
                in node, the policy of chain iptables-legacy filter FORWARD accepted \
            192.168.0.2 > 192.168.0.3 echo request ttl 64
                in node, the rule "-p icmp -j CHECKED" of chain iptables-legacy filter FORWARD (netjig: rawRule(node, \
            -A FORWARD -p icmp -j CHECKED) on Topology.builder()) matched 192.168.0.3 > 192.168.0.2 echo reply ttl 64
                in node, the policy of chain iptables-legacy filter FORWARD accepted \
            192.168.0.3 > 192.168.0.2 echo reply ttl 64\
            """);
    }

    @Test
    void a_second_probe_is_asked_where_the_first_was_not_watched() {
        try (Testbed testbed = Testbed.create(Networks.pair().build())) {
            assertThat(assertThat(testbed.netns("red")).canReach("192.168.0.1").passages())
                    .isEmpty();
        }
    }

    private static String explanation(Topology.Builder topology, String to) {
        try (Testbed testbed = Testbed.create(topology.build())) {
            return assertThat(testbed.netns("red")).watched().canReach(to).explanation();
        }
    }
}
