package dev.netjig.testbed;

import java.util.List;
import java.util.Optional;

/**
 * The firewall of a namespace as the kernel has it: every chain of nftables, iptables-nft (whose tables are nftables
 * tables) and iptables-legacy. What netjig adds for its own tracing is left out.
 */
public record Ruleset(List<FirewallChain> chains) {

    public Ruleset {
        chains = List.copyOf(chains);
    }

    /** The chains that the kernel calls at {@code hook}, for example {@code forward}, for IPv4 packets. */
    public List<FirewallChain> atHook(String hook) {
        return chains.stream()
                .filter(chain -> chain.hook().equals(Optional.of(hook)) && chain.seesIpv4())
                .toList();
    }

    public Optional<FirewallChain> chain(String table, String name) {
        return chains.stream()
                .filter(chain -> chain.table().equals(table) && chain.name().equals(name))
                .findFirst();
    }

    public List<FirewallRule> rules() {
        return chains.stream().flatMap(chain -> chain.rules().stream()).toList();
    }
}
