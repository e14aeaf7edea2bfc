package dev.netjig.topology.plan;

import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Origin;
import java.util.List;

/**
 * The iptables rules of a namespace, table by table: {@code ip netns exec node iptables-nft-restore --noflush}.
 *
 * @param netns the namespace
 * @param backend one of the two iptables backends
 * @param script what {@code iptables-restore} reads
 * @param origin who asked for them, all in one
 */
public record RestoreIptables(String netns, FirewallBackend backend, String script, Origin origin) implements Step {

    /** The command that reads the script: {@code iptables-nft-restore} or {@code iptables-legacy-restore}. */
    public String command() {
        return backend.command() + "-restore";
    }

    @Override
    public List<String> commands() {
        String restore = "ip netns exec " + Shell.quote(netns) + " " + command() + " --noflush";
        return List.of(Shell.hereDocument(restore, script));
    }

    @Override
    public String toString() {
        return "restore " + backend.command() + " rules in " + netns;
    }
}
