package dev.netjig.suites.chapterb;

import static dev.netjig.topology.FirewallBackend.IPTABLES_LEGACY;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;
import static dev.netjig.topology.FirewallBackend.NFTABLES;

import dev.netjig.jupiter.Firewall;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.FirewallBackend;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;

/**
 * The whole matrix, passing cells included. The document stands in two of its cells and concludes that FORWARD ACCEPT and
 * ip_forward are needed; the matrix says that neither is unless bridge-nf-call-iptables is 1, and ip_forward never.
 */
@Scenario(
        id = "B8",
        title = "red reaches blue unless FORWARD is DROP and bridge-nf-call-iptables is 1; ip_forward plays no part")
class ForwardMatrix {

    /** A chain of nftables has no counter of its own: a rule before all others counts. */
    @Nested
    @Firewall(NFTABLES)
    @FirewallRule(raw = "add rule ip netjig FORWARD counter")
    class ByNftables extends ForwardMatrixTestCase {

        @Override
        String countedByPolicy(NetworkNamespace node) {
            return counted(node.nft("list chain ip netjig FORWARD"), "counter packets (\\d+) bytes (\\d+)");
        }

        @Override
        String countedByRule(NetworkNamespace node) {
            return countedByPolicy(node);
        }
    }

    @Nested
    @Firewall(IPTABLES_NFT)
    class ByIptablesNft extends IptablesTestCase {

        ByIptablesNft() {
            super(IPTABLES_NFT);
        }
    }

    @Nested
    @Firewall(IPTABLES_LEGACY)
    class ByIptablesLegacy extends IptablesTestCase {

        ByIptablesLegacy() {
            super(IPTABLES_LEGACY);
        }
    }

    abstract static class IptablesTestCase extends ForwardMatrixTestCase {

        private final FirewallBackend backend;

        IptablesTestCase(FirewallBackend backend) {
            this.backend = backend;
        }

        @Override
        String countedByPolicy(NetworkNamespace node) {
            return counted(listing(node), "policy \\w+ (\\d+) packets, (\\d+) bytes");
        }

        @Override
        String countedByRule(NetworkNamespace node) {
            return counted(listing(node), "(?m)^ +(\\d+) +(\\d+) +DROP");
        }

        private String listing(NetworkNamespace node) {
            return node.exec(backend.command(), "-L", "FORWARD", "-v", "-n", "-x")
                    .orThrow()
                    .stdout();
        }
    }

    private static String counted(String listing, String pattern) {
        Matcher counter = Pattern.compile(pattern).matcher(listing);
        return counter.find()
                ? counter.group(1) + " packets, " + counter.group(2) + " bytes"
                : "no counter in " + listing;
    }
}
