package dev.netjig.topology.plan;

import dev.netjig.topology.Cidr;
import dev.netjig.topology.IfName;
import dev.netjig.topology.Origin;
import java.util.List;

/**
 * An address: {@code ip -n red address add 192.168.0.2/24 dev veth2-r}, RTM_NEWADDR. IPv6 with {@code nodad}: it is
 * usable at once instead of after one to two seconds of duplicate address detection.
 *
 * @param netns the namespace
 * @param dev the device
 * @param cidr the address with its prefix length
 * @param origin who asked for it
 */
public record AddAddress(String netns, IfName dev, Cidr cidr, Origin origin) implements Step {

    @Override
    public List<String> commands() {
        return List.of(Shell.ip(netns) + " address add " + cidr + " dev " + Shell.quote(dev)
                + (cidr.isIpv6() ? " nodad" : ""));
    }

    @Override
    public String toString() {
        return "add address " + netns + "/" + dev + " " + cidr;
    }
}
