package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import java.util.List;

/**
 * The nftables rules of a namespace, in one transaction: {@code ip netns exec node nft -f -}.
 *
 * @param netns the namespace
 * @param script what {@code nft -f} reads
 * @param origin who asked for them, all in one
 */
public record LoadNftables(String netns, String script, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of(Shell.hereDocument("ip netns exec " + Shell.quote(netns) + " nft -f -", script));
    }

    @Override
    public String toString() {
        return "load nftables rules in " + netns;
    }
}
