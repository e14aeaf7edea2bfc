package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.Chain.OUTPUT;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.DROP;
import static dev.netjig.topology.Target.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to the outside is routed: it meets FORWARD whatever bridge-nf says, and so does its answer. */
@Scenario(
        id = "B6.1",
        title = "FORWARD DROP keeps red from 8.8.8.8 whatever bridge-nf is, until both directions are accepted")
class ForwardDropToTheOutside {

    private static final String OUTSIDE = "8.8.8.8";

    @Nested
    @Firewall(NFTABLES)
    class ByNftables extends ForwardDropTestCase {

        @Test
        @FirewallRule(chain = FORWARD, iifname = "br0", target = ACCEPT)
        @FirewallRule(raw = "add rule ip netjig FORWARD ct state related,established accept")
        void the_answer_is_accepted_as_established(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }
    }

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends IptablesTestCase {}

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends IptablesTestCase {}

    abstract static class IptablesTestCase extends ForwardDropTestCase {

        @Test
        @FirewallRule(raw = "-A FORWARD -i br0 -j ACCEPT")
        @FirewallRule(raw = "-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT")
        void the_answer_is_accepted_as_established(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }
    }

    @ReachingTheInternet
    @ChainPolicy(chain = FORWARD, target = DROP)
    abstract static class ForwardDropTestCase {

        @ParameterizedTest(name = "bridge-nf-call-iptables {0}")
        @ValueSource(strings = {"0", "1"})
        @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
        void the_request_is_dropped(
                String bridgeNf, @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            node.sysctl("net.bridge.bridge-nf-call-iptables", bridgeNf);

            assertThat(red).cannotReach(OUTSIDE).because(droppedBy("node", FORWARD_POLICY));
        }

        @Test
        @FirewallRule(chain = FORWARD, iifname = "br0", target = ACCEPT)
        void with_the_request_accepted_the_answer_is_dropped(@Netns("red") NetworkNamespace red) {
            Explanation explanation = assertThat(red).cannotReach(OUTSIDE).because(droppedBy("node", FORWARD_POLICY));

            assertThat(explanation.path())
                    .anySatisfy(sighting ->
                            assertThat(isAnswerAtTheUplink(sighting)).isTrue());
        }

        private static boolean isAnswerAtTheUplink(Sighting sighting) {
            return sighting.netns().equals("node")
                    && sighting.dev().equals("eth0")
                    && !sighting.isOutgoing()
                    && sighting.packet() instanceof Packet.Ip ip
                    && ip.icmp().filter(Packet.Icmp::isEchoReply).isPresent();
        }
    }

    /** They are for the node's own packets; the document wants them open as well. */
    @Nested
    @ReachingTheInternet
    @ChainPolicy(chain = INPUT, target = DROP)
    @ChainPolicy(chain = OUTPUT, target = DROP)
    @Scenario(id = "B6.2", title = "INPUT and OUTPUT DROP at the node do not keep red from 8.8.8.8")
    class InputAndOutputDrop {

        @Test
        void red_is_answered(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
        }
    }
}
