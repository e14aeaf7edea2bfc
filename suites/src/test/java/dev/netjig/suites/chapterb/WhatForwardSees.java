package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.FilterPoint.FORWARD_RULE;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.assertions.Reasons.droppedByRule;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Target.DROP;

import dev.netjig.jupiter.ChainPolicy;
import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Policy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How bridged packets come to FORWARD, and what they look like there. */
class WhatForwardSees {

    private static final String BLUE = "192.168.0.3";

    /** The bridge's own {@code nf_call_iptables} and the sysctl of its namespace: either is enough. */
    @TwoNamespacesOnABridge
    @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "0")
    @ChainPolicy(chain = FORWARD, target = Policy.DROP)
    abstract static class BridgeSwitchTestCase {

        @Test
        void both_switches_off_forward_drop_does_not_matter(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(BLUE).withTtl(64);
        }

        @Test
        void the_switch_of_the_bridge_is_enough(
                @Netns("node") NetworkNamespace node, @Netns("red") NetworkNamespace red) {
            node.exec("ip", "link", "set", "br0", "type", "bridge", "nf_call_iptables", "1")
                    .orThrow();

            assertThat(node).sysctl("net.bridge.bridge-nf-call-iptables").isEqualTo("0");
            assertThat(red).cannotReach(BLUE).because(droppedBy("node", FORWARD_POLICY));
        }
    }

    @Nested
    @Scenario(id = "B8.1", title = "the bridge's own nf_call_iptables shows its packets to FORWARD as the sysctl does")
    class TheSwitchOfTheBridge {

        @Nested
        @Firewall(NFTABLES)
        class ByNftables extends BridgeSwitchTestCase {}

        @Nested
        @Firewall(IPTABLES_NFT)
        class ByIptablesNft extends BridgeSwitchTestCase {}

        @Nested
        @Firewall(IPTABLES_LEGACY)
        class ByIptablesLegacy extends BridgeSwitchTestCase {}
    }

    @TwoNamespacesOnABridge
    @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
    abstract static class DevicesTestCase {

        @Test
        @FirewallRule(chain = FORWARD, iifname = "br0", oifname = "br0", target = DROP)
        void it_comes_in_by_the_bridge_and_leaves_by_it(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(droppedBy("node", FORWARD_RULE));
        }

        @Test
        @FirewallRule(chain = FORWARD, iifname = "veth1-r", target = DROP)
        @FirewallRule(chain = FORWARD, oifname = "veth1-b", target = DROP)
        void a_rule_that_names_a_port_never_matches(@Netns("red") NetworkNamespace red) {
            assertThat(red).canReach(BLUE).withTtl(64);
        }
    }

    abstract static class PhysdevTestCase extends DevicesTestCase {

        @Test
        @FirewallRule(raw = "-A FORWARD -m physdev --physdev-in veth1-r --physdev-out veth1-b -j DROP")
        void physdev_knows_the_ports(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(BLUE).because(droppedByRule("node", "--physdev-in veth1-r"));
        }

        @Test
        @FirewallRule(raw = "-A FORWARD -m physdev --physdev-in veth1-b --physdev-out veth1-r -j DROP")
        void and_which_way_it_goes(@Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
            // Red's request passes; it is blue's answer that goes this way.
            assertThat(blue).whenPingedBy(red, BLUE).seesSource("192.168.0.2");
            assertThat(red).cannotReach(BLUE).because(droppedByRule("node", "--physdev-in veth1-b"));
        }
    }

    @Nested
    @Scenario(id = "B8.2", title = "in FORWARD a bridged packet has -i br0 -o br0; its ports only by -m physdev")
    class TheDevicesOfABridgedPacket {

        @Nested
        @Firewall(NFTABLES)
        class ByNftables extends DevicesTestCase {}

        @Nested
        @Firewall(IPTABLES_NFT)
        class ByIptablesNft extends PhysdevTestCase {}

        @Nested
        @Firewall(IPTABLES_LEGACY)
        class ByIptablesLegacy extends PhysdevTestCase {}
    }
}
