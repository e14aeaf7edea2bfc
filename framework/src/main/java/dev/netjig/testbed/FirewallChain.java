package dev.netjig.testbed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A chain as the kernel has it.
 *
 * @param owner which tool reads it
 * @param family nftables' family: {@code ip}, {@code ip6}, {@code inet}, {@code bridge} …
 * @param table {@code filter}, {@code nat} …
 * @param type {@code filter}, {@code nat} or {@code route}; empty for a chain that only jumps reach
 * @param hook {@code prerouting}, {@code input}, {@code forward}, {@code output}, {@code postrouting}; empty as above
 * @param policy {@code accept} or {@code drop}; empty as above
 * @param policyPackets how many packets met the policy; only iptables-legacy counts them
 * @param comment what its author wrote on it; iptables has no comments on chains
 * @param rules in the order in which packets meet them
 */
public record FirewallChain(
        FirewallOwner owner,
        String family,
        String table,
        String name,
        Optional<String> type,
        Optional<String> hook,
        Optional<String> policy,
        OptionalLong policyPackets,
        Optional<String> comment,
        List<FirewallRule> rules) {

    public FirewallChain {
        rules = List.copyOf(rules);
    }

    FirewallChain with(List<FirewallRule> others) {
        return new FirewallChain(owner, family, table, name, type, hook, policy, policyPackets, comment, others);
    }

    public boolean seesIpv4() {
        return family.equals("ip") || family.equals("inet");
    }

    public boolean drops() {
        return policy.equals(Optional.of("drop"));
    }

    /** {@code ip filter FORWARD}, or {@code iptables-legacy filter FORWARD}. */
    public String path() {
        return tool() + " " + table + " " + name;
    }

    private String tool() {
        if (owner != FirewallOwner.IPTABLES_LEGACY) {
            return family;
        }
        return family.equals("ip6") ? "ip6tables-legacy" : "iptables-legacy";
    }
}
