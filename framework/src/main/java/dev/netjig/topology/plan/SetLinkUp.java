package dev.netjig.topology.plan;

import dev.netjig.topology.IfName;
import dev.netjig.topology.Origin;
import java.util.List;

/**
 * A device is switched on: {@code ip -n red link set dev veth2-r up}, RTM_NEWLINK with IFF_UP.
 *
 * @param netns the namespace
 * @param dev the device
 * @param origin who asked for it
 */
public record SetLinkUp(String netns, IfName dev, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of(Shell.ip(netns) + " link set dev " + Shell.quote(dev) + " up");
    }

    @Override
    public String toString() {
        return "set " + netns + "/" + dev + " up";
    }
}
