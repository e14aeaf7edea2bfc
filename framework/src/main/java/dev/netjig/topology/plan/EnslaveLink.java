package dev.netjig.topology.plan;

import dev.netjig.topology.IfName;
import dev.netjig.topology.Origin;
import java.util.List;

/**
 * A device becomes the port of a bridge: {@code ip -n node link set dev veth2-b master br1}. Only for a peer with a
 * master; the first end of a veth pair gets its own while it is created.
 *
 * @param netns the namespace
 * @param dev the device
 * @param master the bridge
 * @param origin who asked for it
 */
public record EnslaveLink(String netns, IfName dev, IfName master, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of(Shell.ip(netns) + " link set dev " + Shell.quote(dev) + " master " + Shell.quote(master));
    }

    @Override
    public String toString() {
        return "enslave " + netns + "/" + dev + " to " + master;
    }
}
