package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AuthorTests {

    private static FirewallChain chain(FirewallOwner owner, String table, String name, Optional<String> comment) {
        return new FirewallChain(
                owner,
                "ip",
                table,
                name,
                Optional.of("filter"),
                Optional.of(name.toLowerCase(java.util.Locale.ROOT)),
                Optional.of("drop"),
                OptionalLong.empty(),
                comment,
                List.of());
    }

    private static Author author(FirewallBackend backend, Chain chain) {
        return new Author(
                "node",
                Topology.builder()
                        .firewall(backend)
                        .chainPolicy(c -> c.chain(chain).policy(Policy.DROP))
                        .build());
    }

    @Test
    void reads_the_comment_of_an_nft_chain() {
        FirewallChain commented = chain(FirewallOwner.NFTABLES, "netjig", "FORWARD", Optional.of("netjig: me"));

        assertThat(author(FirewallBackend.NFTABLES, Chain.FORWARD).ofPolicy(commented))
                .hasValue("netjig: me");
    }

    @Test
    void does_not_claim_an_nft_chain_that_somebody_else_made() {
        FirewallChain foreign = chain(FirewallOwner.NFTABLES, "filter", "FORWARD", Optional.empty());

        assertThat(author(FirewallBackend.NFTABLES, Chain.FORWARD).ofPolicy(foreign))
                .isEmpty();
    }

    @Test
    void finds_the_declaration_of_an_iptables_policy() {
        FirewallChain legacy = chain(FirewallOwner.IPTABLES_LEGACY, "filter", "FORWARD", Optional.empty());

        assertThat(author(FirewallBackend.IPTABLES_LEGACY, Chain.FORWARD).ofPolicy(legacy))
                .hasValue("netjig: chainPolicy(FORWARD DROP) on Topology.builder()");
    }

    @Test
    void finds_the_declaration_of_a_policy_that_is_not_in_the_filter_table() {
        FirewallChain raw = chain(FirewallOwner.NFTABLES, "raw", "PREROUTING", Optional.empty());

        assertThat(author(FirewallBackend.IPTABLES_NFT, Chain.PREROUTING).ofPolicy(raw))
                .isPresent();
    }

    @Test
    void tells_the_backends_apart() {
        FirewallChain legacy = chain(FirewallOwner.IPTABLES_LEGACY, "filter", "FORWARD", Optional.empty());

        assertThat(author(FirewallBackend.IPTABLES_NFT, Chain.FORWARD).ofPolicy(legacy))
                .isEmpty();
    }

    @Test
    void tells_the_chains_apart() {
        FirewallChain input = chain(FirewallOwner.IPTABLES_LEGACY, "filter", "INPUT", Optional.empty());

        assertThat(author(FirewallBackend.IPTABLES_LEGACY, Chain.FORWARD).ofPolicy(input))
                .isEmpty();
    }
}
