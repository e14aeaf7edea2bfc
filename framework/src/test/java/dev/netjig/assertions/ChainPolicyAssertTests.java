package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsNamespaces
class ChainPolicyAssertTests {

    @ParameterizedTest
    @EnumSource
    void the_policy_is_drop(FirewallBackend backend) {
        try (Testbed testbed = with(backend, Policy.DROP)) {
            assertThat(testbed.node()).chainPolicy(Chain.FORWARD).isDrop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_policy_is_accept(FirewallBackend backend) {
        try (Testbed testbed = with(backend, Policy.ACCEPT)) {
            assertThat(testbed.node()).chainPolicy(Chain.FORWARD).isAccept();
        }
    }

    @Test
    void a_hook_without_chains_accepts() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            assertThat(testbed.node()).chainPolicy(Chain.FORWARD).isAccept();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NFTABLES, ip netjig FORWARD",
        "IPTABLES_NFT, ip filter FORWARD",
        "IPTABLES_LEGACY, iptables-legacy filter FORWARD"
    })
    void the_policy_is_accept_where_drop_is_expected(FirewallBackend backend, String chain) {
        try (Testbed testbed = with(backend, Policy.ACCEPT)) {
            assertThatThrownBy(() -> assertThat(testbed.node())
                            .chainPolicy(Chain.FORWARD)
                            .isDrop())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting the policy of chain FORWARD in netns node\nto be DROP\nbut it is ACCEPT ("
                            + chain + ")");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NFTABLES, ip netjig FORWARD",
        "IPTABLES_NFT, ip filter FORWARD",
        "IPTABLES_LEGACY, iptables-legacy filter FORWARD"
    })
    void the_policy_is_drop_where_accept_is_expected(FirewallBackend backend, String chain) {
        try (Testbed testbed = with(backend, Policy.DROP)) {
            assertThatThrownBy(() -> assertThat(testbed.node())
                            .chainPolicy(Chain.FORWARD)
                            .isAccept())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting the policy of chain FORWARD in netns node\nto be ACCEPT\nbut it is DROP ("
                            + chain + ")");
        }
    }

    @Test
    void there_is_no_chain_where_drop_is_expected() {
        try (Testbed testbed = Testbed.create(Topology.builder().build())) {
            assertThatThrownBy(() ->
                            assertThat(testbed.node()).chainPolicy(Chain.INPUT).isDrop())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the policy of chain INPUT in netns node
                            to be DROP
                            but it is ACCEPT (no chain is there)""");
        }
    }

    @Test
    void one_of_two_chains_drops() {
        try (Testbed testbed = with(FirewallBackend.NFTABLES, Policy.ACCEPT)) {
            testbed.node()
                    .nft("table ip strict { chain door { type filter hook forward priority 10; policy drop; }; }");
            assertThat(testbed.node()).chainPolicy(Chain.FORWARD).isDrop();
            assertThatThrownBy(() -> assertThat(testbed.node())
                            .chainPolicy(Chain.FORWARD)
                            .isAccept())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting the policy of chain FORWARD in netns node
                            to be ACCEPT
                            but it is ACCEPT (ip netjig FORWARD), DROP (ip strict door)""");
        }
    }

    private static Testbed with(FirewallBackend backend, Policy policy) {
        return Testbed.create(Topology.builder()
                .firewall(backend)
                .chainPolicy(chain -> chain.chain(Chain.FORWARD).policy(policy))
                .build());
    }
}
