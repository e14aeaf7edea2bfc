package dev.netjig.topology.plan;

import dev.netjig.topology.Origin;
import dev.netjig.topology.SysctlSpec;
import java.util.List;

/**
 * A kernel setting: {@code ip netns exec red sysctl -qw net.ipv4.ip_forward=1}.
 *
 * @param netns the namespace
 * @param key dotted; see {@link SysctlSpec#key()}
 * @param value what is written
 * @param origin who asked for it
 */
public record WriteSysctl(String netns, String key, String value, Origin origin) implements Step {

    /** The file below /proc/sys: {@code net/ipv4/ip_forward}. */
    public String path() {
        return new SysctlSpec(netns, key, value).path();
    }

    @Override
    public List<String> commands() {
        return List.of("ip netns exec " + Shell.quote(netns) + " sysctl -qw " + Shell.quote(key + "=" + value));
    }

    @Override
    public String toString() {
        return "write sysctl " + netns + " " + key + "=" + value;
    }
}
