package dev.netjig.topology.plan;

import dev.netjig.topology.IfName;
import dev.netjig.topology.Origin;
import java.util.List;

/**
 * Waits until a device is operational: IF_OPER_UP, RFC 2863. A packet sent before that may be lost, and with it an ARP
 * request that is only repeated a second later.
 *
 * @param netns the namespace
 * @param dev the device
 * @param origin who asked for the device
 */
public record AwaitLinkUp(String netns, IfName dev, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of("until " + Shell.ip(netns) + " link show dev " + Shell.quote(dev)
                + " | grep -q 'state UP'; do sleep 0.1; done");
    }

    @Override
    public String toString() {
        return "await " + netns + "/" + dev + " up";
    }
}
