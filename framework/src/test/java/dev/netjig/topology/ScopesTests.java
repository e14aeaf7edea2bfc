package dev.netjig.topology;

import static dev.netjig.topology.Chain.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTests {

    private static final String KEY = "net.ipv4.ip_forward";

    private static Topology.Builder forwarding(String value) {
        return Topology.builder().sysctl("node", KEY, value);
    }

    @Test
    void an_inner_sysctl_replaces_the_outer_one() {
        Topology inner =
                forwarding("0").build().toBuilder().sysctl("node", KEY, "1").build();
        assertThat(inner).isEqualTo(forwarding("1").build());
    }

    @Test
    void an_inner_chain_policy_replaces_the_outer_one() {
        Topology outer = Topology.builder()
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))
                .build();
        Topology inner = outer.toBuilder()
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.ACCEPT))
                .build();
        assertThat(inner.all(ChainPolicySpec.class))
                .extracting(ChainPolicySpec::policy)
                .containsExactly(Policy.ACCEPT);
    }

    @Test
    void other_namespaces_backends_chains_and_keys_are_other_settings() {
        Topology outer = forwarding("0")
                .netns("red")
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))
                .build();
        Topology inner = outer.toBuilder()
                .sysctl("red", KEY, "1")
                .sysctl("node", "net.ipv4.ip_default_ttl", "104")
                .chainPolicy(c -> c.chain(Chain.INPUT).policy(Policy.ACCEPT))
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.ACCEPT).backend(FirewallBackend.IPTABLES_NFT))
                .chainPolicy(c -> c.chain(FORWARD).policy(Policy.ACCEPT).netns("red"))
                .build();
        assertThat(inner.all(SysctlSpec.class)).hasSize(3);
        assertThat(inner.all(ChainPolicySpec.class)).hasSize(4);
    }

    @Test
    void scopes_nest_without_building() {
        Topology topology = forwarding("0")
                .nested()
                .sysctl("node", KEY, "1")
                .nested()
                .sysctl("node", KEY, "0")
                .build();
        assertThat(topology).isEqualTo(forwarding("0").build());
    }

    @Test
    void an_outer_scope_may_name_what_an_inner_one_declares() {
        Topology topology =
                Topology.builder().sysctl("red", KEY, "1").nested().netns("red").build();
        assertThat(topology.namespaces()).containsExactly("node", "red");
    }

    @Test
    void two_values_in_one_scope_contradict_each_other() {
        assertThat(Problems.of(forwarding("0").sysctl("node", KEY, "1")))
                .containsExactly(
                        "sysctl(\"node\", \"net.ipv4.ip_forward\", \"1\") on Topology.builder(): element value:"
                                + " \"1\" contradicts sysctl node net.ipv4.ip_forward=0; one value in one scope, here already by"
                                + " sysctl(\"node\", \"net.ipv4.ip_forward\", \"0\") on Topology.builder()");
    }

    @Test
    void two_policies_in_one_scope_contradict_each_other() {
        assertThat(Problems.of(Topology.builder()
                        .chainPolicy(c -> c.chain(FORWARD).policy(Policy.DROP))
                        .chainPolicy(c -> c.chain(FORWARD).policy(Policy.ACCEPT))))
                .containsExactly("chainPolicy(\"FORWARD ACCEPT\") on Topology.builder(): element policy: \"ACCEPT\""
                        + " contradicts policy node FORWARD DROP (nft); one value in one scope, here already by"
                        + " chainPolicy(\"FORWARD DROP\") on Topology.builder()");
    }

    @Test
    void a_contradiction_in_an_outer_scope_is_one_even_if_it_is_overridden() {
        assertThat(Problems.of(forwarding("0").sysctl("node", KEY, "1").nested().sysctl("node", KEY, "1")))
                .hasSize(1);
    }

    @Test
    void saying_the_same_twice_is_saying_it_once() {
        assertThat(forwarding("1").sysctl("node", KEY, "1").build())
                .isEqualTo(forwarding("1").build());
    }

    @Test
    void everything_else_adds() {
        Topology inner = Topology.builder().bridge("br0", b -> {}).build().toBuilder()
                .bridge("br1", b -> {})
                .build();
        assertThat(inner.all(BridgeSpec.class)).hasSize(2);
    }

    @Test
    void a_device_of_the_outer_scope_cannot_be_declared_again() {
        assertThat(Problems.of(Topology.builder().bridge("br0", b -> {}).build().toBuilder()
                        .bridge("br0", b -> b.address("10.0.0.1/8"))))
                .containsExactly("bridge(\"br0\") on Topology.builder(): element name: \"br0\" is declared twice in"
                        + " namespace node; declared already by bridge(\"br0\") on Topology.builder()");
    }

    @Test
    void the_outer_topology_does_not_change() {
        Topology outer = forwarding("0").build();
        outer.toBuilder().sysctl("node", KEY, "1").build();
        assertThat(outer).isEqualTo(forwarding("0").build());
    }
}
