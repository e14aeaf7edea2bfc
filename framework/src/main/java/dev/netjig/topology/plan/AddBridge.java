package dev.netjig.topology.plan;

import dev.netjig.topology.IfName;
import dev.netjig.topology.MacAddress;
import dev.netjig.topology.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A new bridge, down: {@code ip -n node link add br0 type bridge}, RTM_NEWLINK with IFLA_INFO_KIND "bridge".
 *
 * @param netns the namespace
 * @param name the device
 * @param mac its Ethernet address; the kernel's choice if empty
 * @param origin who asked for it
 */
public record AddBridge(String netns, IfName name, Optional<MacAddress> mac, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of(
                Shell.ip(netns) + " link add " + Shell.quote(name) + Shell.option("address", mac) + " type bridge");
    }

    @Override
    public String toString() {
        return "add bridge " + netns + "/" + name;
    }
}
