package dev.netjig.jupiter;

import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Chain.INPUT;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static dev.netjig.topology.Policy.ACCEPT;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.topology.InvalidTopologyException;
import dev.netjig.topology.Target;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong is told in the words of the annotation: where it stands, which element, the rule, what is allowed. */
class InvalidAnnotationsTests {

    @VethPair(name = "veth1", peer = @Peer(name = "veth2", netns = "green"))
    static class UnknownNamespace {}

    @Test
    void unknown_namespace() {
        fails(
                UnknownNamespace.class,
                "The topology is invalid: @VethPair(name = \"veth1\", peer = @Peer(name = \"veth2\", netns = \"green\"))"
                        + " on class InvalidAnnotationsTests.UnknownNamespace: element peer.netns: \"green\" is no"
                        + " declared namespace; declared: node");
    }

    @Netns("a b")
    static class BadNetnsName {}

    @Test
    void an_element_that_the_topology_calls_name_is_value_here() {
        fails(
                BadNetnsName.class,
                "The topology is invalid: @Netns(\"a b\") on class InvalidAnnotationsTests.BadNetnsName: element value:"
                        + " \"a b\" is no namespace name; a namespace name has 1 to 255 of the characters A-Z a-z 0-9"
                        + " _ . -, no - at its begin, and is not . or ..");
    }

    @Address(dev = "lo", value = "10.0.0.1/33")
    static class BadAddress {}

    @Test
    void an_element_that_the_topology_calls_address_is_value_here() {
        fails(
                BadAddress.class,
                "The topology is invalid: @Address(dev = \"lo\", value = \"10.0.0.1/33\") on class"
                        + " InvalidAnnotationsTests.BadAddress: element value: \"10.0.0.1/33\" has a prefix length of 33;"
                        + " an IPv4 prefix has 0 to 32 bits");
    }

    @ChainPolicy(chain = FORWARD, target = DROP)
    @ChainPolicy(chain = FORWARD, target = ACCEPT)
    static class TwoPolicies {}

    @Test
    void an_element_that_the_topology_calls_policy_is_target_here() {
        fails(
                TwoPolicies.class,
                "The topology is invalid: @ChainPolicy(chain = FORWARD, target = ACCEPT) on class"
                        + " InvalidAnnotationsTests.TwoPolicies: element target: \"ACCEPT\" contradicts policy node"
                        + " FORWARD DROP (nft); one value in one scope, here already by @ChainPolicy(chain = FORWARD,"
                        + " target = DROP) on class InvalidAnnotationsTests.TwoPolicies");
    }

    @FirewallRule(raw = " ")
    static class BlankRaw {}

    @Test
    void an_element_that_the_topology_calls_rule_is_raw_here() {
        fails(
                BlankRaw.class,
                "The topology is invalid: @FirewallRule(raw = \" \") on class InvalidAnnotationsTests.BlankRaw: element"
                        + " raw: missing; add rule ip netjig FORWARD drop");
    }

    @FirewallRule(source = "192.168.0.2")
    static class IncompleteRule {}

    @Test
    void a_rule_needs_chain_and_target() {
        fails(
                IncompleteRule.class,
                "The topology has 2 problems:\n"
                        + "  - @FirewallRule(source = \"192.168.0.2\") on class InvalidAnnotationsTests.IncompleteRule:"
                        + " element chain: missing; name one of PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING\n"
                        + "  - @FirewallRule(source = \"192.168.0.2\") on class InvalidAnnotationsTests.IncompleteRule:"
                        + " element target: missing; name ACCEPT, DROP or REJECT");
    }

    @FirewallRule(raw = "-A FORWARD -j DROP", chain = FORWARD, target = Target.DROP, backend = IPTABLES_NFT)
    static class RawAndTyped {}

    @Test
    void a_raw_rule_stands_alone() {
        fails(
                RawAndTyped.class,
                "The topology is invalid: @FirewallRule(raw = \"-A FORWARD -j DROP\", chain = FORWARD, target = DROP,"
                        + " backend = IPTABLES_NFT) on class InvalidAnnotationsTests.RawAndTyped: element raw: \"-A"
                        + " FORWARD -j DROP\" stands beside chain, target; a raw rule says everything by itself; only"
                        + " netns and backend may stand beside it");
    }

    @ChainPolicy(
            chain = FORWARD,
            target = DROP,
            backend = {NFTABLES, IPTABLES_LEGACY})
    static class TwoBackends {}

    @Test
    void an_annotation_has_one_backend() {
        fails(
                TwoBackends.class,
                "The topology is invalid: @ChainPolicy(chain = FORWARD, target = DROP, backend = {NFTABLES,"
                        + " IPTABLES_LEGACY}) on class InvalidAnnotationsTests.TwoBackends: element backend: \"NFTABLES,"
                        + " IPTABLES_LEGACY\" are 2 values; one at most");
    }

    @FirewallRule(
            chain = {INPUT, FORWARD},
            target = Target.DROP)
    static class TwoChains {}

    @Test
    void a_rule_has_one_chain() {
        fails(
                TwoChains.class,
                "The topology is invalid: @FirewallRule(chain = {INPUT, FORWARD}, target = DROP) on class"
                        + " InvalidAnnotationsTests.TwoChains: element chain: \"INPUT, FORWARD\" are 2 values; one at"
                        + " most");
    }

    @Sysctl(key = "net.ipv4.ip_forward", value = "0")
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    static class TwoValues {

        @Sysctl(key = "net.ipv4.ip_forward", value = "1")
        void overriding_both() {}
    }

    @Test
    void one_place_gives_one_value_to_a_sysctl() {
        fails(TwoValues.class, contradiction());
    }

    @Test
    void a_contradiction_stays_one_when_an_inner_scope_overrides_it() throws Exception {
        assertThatThrownBy(() -> TopologyReader.read(
                        List.of(TwoValues.class, TwoValues.class.getDeclaredMethod("overriding_both"))))
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessage(contradiction());
    }

    private static String contradiction() {
        return "The topology is invalid: @Sysctl(key = \"net.ipv4.ip_forward\", value = \"1\") on class"
                + " InvalidAnnotationsTests.TwoValues: element value: \"1\" contradicts sysctl node"
                + " net.ipv4.ip_forward=0; one value in one scope, here already by @Sysctl(key ="
                + " \"net.ipv4.ip_forward\", value = \"0\") on class InvalidAnnotationsTests.TwoValues";
    }

    @Internet
    static class TheInternetOnClass {

        @Internet
        void and_on_method() {}
    }

    @Test
    void the_internet_can_be_declared_once_only() throws Exception {
        assertThatThrownBy(() -> TopologyReader.read(
                        List.of(TheInternetOnClass.class, TheInternetOnClass.class.getDeclaredMethod("and_on_method"))))
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessageContaining("@Netns(\"internet\") from @Internet on"
                        + " InvalidAnnotationsTests.TheInternetOnClass#and_on_method: element value: \"internet\" is"
                        + " declared twice; declared already by @Netns(\"internet\") from @Internet on class"
                        + " InvalidAnnotationsTests.TheInternetOnClass");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Firewall(NFTABLES)
    @interface Nft {}

    @Retention(RetentionPolicy.RUNTIME)
    @Firewall(IPTABLES_LEGACY)
    @interface Legacy {}

    @Nft
    @Legacy
    static class TwoFirewalls {}

    @Test
    void two_composed_annotations_cannot_say_different_firewalls() {
        fails(
                TwoFirewalls.class,
                "The topology is invalid: @Firewall(IPTABLES_LEGACY) from @Legacy on class"
                        + " InvalidAnnotationsTests.TwoFirewalls: element value: \"IPTABLES_LEGACY\" contradicts another"
                        + " @Firewall; one in one place, here already by @Firewall(NFTABLES) from @Nft on class"
                        + " InvalidAnnotationsTests.TwoFirewalls");
    }

    @Netns("red")
    @Bridge(name = "a-name-of-16-byt")
    @VethPair(name = "veth1", master = "br1", mtu = 67, peer = @Peer(name = "veth2", netns = "red"))
    @Route(netns = "red", via = "nonsense")
    static class ManyMistakes {}

    @Test
    void all_unreadable_elements_are_told_at_once() {
        fails(
                ManyMistakes.class,
                "The topology has 2 problems:\n"
                        + "  - @Bridge(name = \"a-name-of-16-byt\") on class InvalidAnnotationsTests.ManyMistakes: element"
                        + " name: \"a-name-of-16-byt\" is 16 bytes long; a device name has 1 to 15 bytes (IFNAMSIZ is 16"
                        + " with its final zero)\n"
                        + "  - @Route(netns = \"red\", via = \"nonsense\") on class InvalidAnnotationsTests.ManyMistakes:"
                        + " element via: \"nonsense\" is no IP address; write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)");
    }

    private static void fails(Class<?> type, String message) {
        assertThatThrownBy(() -> TopologyReader.read(List.of(type)))
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessage(message);
    }
}
