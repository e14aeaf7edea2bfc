package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import java.util.List;

/**
 * A new network namespace: {@code ip netns add red}, {@code unshare(CLONE_NEWNET)}.
 *
 * @param netns its name
 * @param origin who asked for it
 */
public record CreateNetns(String netns, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of("ip netns add " + Shell.quote(netns));
    }

    @Override
    public String toString() {
        return "create netns " + netns;
    }
}
