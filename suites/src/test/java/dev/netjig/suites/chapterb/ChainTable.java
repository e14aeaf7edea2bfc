package dev.netjig.suites.chapterb;

import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.suites.scenario.Scenario;
import dev.netjig.topology.Topology;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The document asks {@code iptables -S} in three namespaces which chain may be to blame; here each of them is. */
@Scenario(id = "B3.1", title = "each chain of red, blue and the node closed once: who stops red, and what red is told")
class ChainTable {

    @Nested
    class ByNftables extends ChainTableTestCase {

        ByNftables() {
            super(NFTABLES);
        }
    }

    @Nested
    class ByIptablesNft extends ChainTableTestCase {

        ByIptablesNft() {
            super(IPTABLES_NFT);
        }
    }

    @Nested
    class ByIptablesLegacy extends ChainTableTestCase {

        ByIptablesLegacy() {
            super(IPTABLES_LEGACY);
        }
    }

    @Test
    @TwoNamespacesOnABridge
    void the_network_of_the_table_is_the_documents(Topology declared) {
        assertThat(Networks.twoNamespacesOnABridge().build()).isEqualTo(declared);
    }
}
