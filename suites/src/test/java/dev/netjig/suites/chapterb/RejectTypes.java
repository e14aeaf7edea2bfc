package dev.netjig.suites.chapterb;

import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;

import dev.netjig.suites.scenario.Scenario;
import org.junit.jupiter.api.Nested;

/** {@code -j REJECT --reject-with …} at the node. */
@Scenario(id = "B3.2", title = "--reject-with decides what a TCP program and ping in red are told")
class RejectTypes {

    @Nested
    class ByNftables extends RejectTypesTestCase {

        ByNftables() {
            super(NFTABLES);
        }
    }

    @Nested
    class ByIptablesNft extends RejectTypesTestCase {

        ByIptablesNft() {
            super(IPTABLES_NFT);
        }
    }

    @Nested
    class ByIptablesLegacy extends RejectTypesTestCase {

        ByIptablesLegacy() {
            super(IPTABLES_LEGACY);
        }
    }
}
