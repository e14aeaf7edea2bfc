package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code ! -o br0} is for. To the outside it makes no difference. Between red and blue it keeps the node from
 * pretending to be red, which it does without the clause, and only where bridge-nf shows bridged packets to POSTROUTING.
 */
@Scenario(id = "B9", title = "without ! -o br0 and with bridge-nf blue sees the node instead of red")
class OifClause {

    @Nested
    @Firewall(NFTABLES)
    class ByNftables extends OifClauseTestCase {}

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends OifClauseTestCase {}

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends OifClauseTestCase {}

    @TwoNamespacesOnABridge
    @DefaultRoutes
    @Internet
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    @Sysctl(key = "net.bridge.bridge-nf-call-iptables", value = "1")
    abstract static class OifClauseTestCase {

        private static final String BRIDGE_NF = "net.bridge.bridge-nf-call-iptables";
        private static final String BLUE = "192.168.0.3";

        @ParameterizedTest(name = "bridge-nf-call-iptables {0}")
        @ValueSource(strings = {"0", "1"})
        @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
        void with_the_clause_blue_sees_red(
                String bridgeNf,
                @Netns("node") NetworkNamespace node,
                @Netns("red") NetworkNamespace red,
                @Netns("blue") NetworkNamespace blue) {
            node.sysctl(BRIDGE_NF, bridgeNf);

            assertThat(blue).whenPingedBy(red, BLUE).seesSource("192.168.0.2");
            assertThat(red).canReach(BLUE).withTtl(64);
        }

        @ParameterizedTest(name = "bridge-nf-call-iptables {0}: blue sees {1}")
        @CsvSource({"0, 192.168.0.2", "1, 192.168.0.1"})
        @Masquerade(source = "192.168.0.0/24")
        void without_it_bridge_nf_decides(
                String bridgeNf,
                String seen,
                @Netns("node") NetworkNamespace node,
                @Netns("red") NetworkNamespace red,
                @Netns("blue") NetworkNamespace blue) {
            node.sysctl(BRIDGE_NF, bridgeNf);

            assertThat(blue).whenPingedBy(red, BLUE).seesSource(seen);
            assertThat(red).canReach(BLUE).withTtl(64);
        }

        @Test
        @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
        void to_the_outside_it_is_the_same_with(
                @Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
            assertThat(internet).whenPingedBy(red, "8.8.8.8").seesSource("10.0.0.2");
            assertThat(red).canReach("8.8.8.8").withTtl(103);
        }

        @Test
        @Masquerade(source = "192.168.0.0/24")
        void and_without(@Netns("red") NetworkNamespace red, @Netns("internet") NetworkNamespace internet) {
            assertThat(internet).whenPingedBy(red, "8.8.8.8").seesSource("10.0.0.2");
            assertThat(red).canReach("8.8.8.8").withTtl(103);
        }
    }
}
