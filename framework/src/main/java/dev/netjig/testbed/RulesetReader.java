package dev.netjig.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks the kernel for the packet filters of a namespace, and iptables only where iptables has put something. */
final class RulesetReader {

    private static final Set<String> IPTABLES_TABLES = Set.of("filter", "nat", "mangle", "raw", "security");

    private RulesetReader() {}

    static Ruleset read(NetworkNamespace netns) {
        List<FirewallChain> chains = new ArrayList<>(NftListing.parse(netns.nft("list ruleset")));
        chains.removeIf(chain -> chain.table().equals(NftTraceTable.NAME));
        if (hasLegacyTables(netns, "ip_tables_names")) {
            chains.addAll(IptablesListing.parse(
                    netns.exec("iptables-legacy-save", "-c").orThrow().stdout()));
        }
        if (hasLegacyTables(netns, "ip6_tables_names")) {
            chains.addAll(IptablesListing.parse(
                    "ip6", netns.exec("ip6tables-legacy-save", "-c").orThrow().stdout()));
        }
        return new Ruleset(chains);
    }

    private static boolean mayBeOfIptablesNft(FirewallChain chain) {
        return chain.owner() == FirewallOwner.NFTABLES
                && chain.family().equals("ip")
                && IPTABLES_TABLES.contains(chain.table());
    }

    /**
     * nft prints iptables-nft's rules in its own words and without their comments; iptables prints them as they were
     * written. Both list the rules of a chain in the same order.
     */
    static Ruleset translate(NetworkNamespace netns, Ruleset inNft) {
        if (inNft.chains().stream().noneMatch(RulesetReader::mayBeOfIptablesNft)) {
            return inNft;
        }
        Ruleset iptables = new Ruleset(IptablesListing.parse(saved(netns)));
        List<FirewallChain> chains = new ArrayList<>(inNft.chains());
        chains.replaceAll(chain -> mayBeOfIptablesNft(chain)
                ? iptables.chain(chain.table(), chain.name())
                        .filter(same -> same.rules().size() == chain.rules().size())
                        .map(same -> translate(chain, same))
                        .orElse(chain)
                : chain);
        return new Ruleset(chains);
    }

    /** Empty where iptables cannot tell: its tables may be somebody's who has no iptables. */
    private static String saved(NetworkNamespace netns) {
        try {
            CommandResult saved = netns.exec("iptables-nft-save");
            return saved.succeeded() ? saved.stdout() : "";
        } catch (CommandFailedException missing) {
            return "";
        }
    }

    private static FirewallChain translate(FirewallChain chain, FirewallChain iptables) {
        List<FirewallRule> rules = new ArrayList<>();
        for (int i = 0; i < chain.rules().size(); i++) {
            rules.add(chain.rules().get(i).inWordsOf(iptables.rules().get(i)));
        }
        return chain.with(rules);
    }

    /** Reading the names creates no table, which asking {@code iptables-legacy -S} would. */
    private static boolean hasLegacyTables(NetworkNamespace netns, String names) {
        return netns.open(() -> {
            try {
                return !Files.readString(Path.of("/proc/thread-self/net", names))
                        .isBlank();
            } catch (IOException absent) {
                return false;
            }
        });
    }
}
