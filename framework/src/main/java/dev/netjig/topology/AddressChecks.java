package dev.netjig.topology;

import java.util.HashMap;
import java.util.Map;

/** Checks addresses, wherever they are declared. */
final class AddressChecks {

    private static final Cidr LO_IPV4 = Cidr.parse("127.0.0.1/8");
    private static final Cidr LO_IPV6 = Cidr.parse("::1/128");

    private record Place(String netns, IfName dev, Cidr address) {}

    private final Findings findings;
    private final Inventory inventory;
    private final Map<Place, Origin> seen = new HashMap<>();

    AddressChecks(Findings findings, Inventory inventory) {
        this.findings = findings;
        this.inventory = inventory;
        Origin kernel = new Origin("the kernel", "every loopback device that is up");
        inventory.namespaces().stream().filter(inventory::isLoUp).forEach(netns -> {
            seen.put(new Place(netns, IfName.LO, LO_IPV4), kernel);
            seen.put(new Place(netns, IfName.LO, LO_IPV6), kernel);
        });
    }

    void check(AddressSpec spec, Origin origin) {
        if (inventory.checkNetns(findings, origin, "netns", spec.netns())) {
            inventory.checkDevice(findings, origin, "dev", spec.netns(), spec.dev());
            check(spec.netns(), spec.dev(), spec.address(), origin, "address");
        }
    }

    void check(String netns, IfName dev, Cidr address, Origin origin, String element) {
        if (address.address().isAnyLocalAddress()) {
            findings.add(
                    origin, element, address, "is no address of a device", "write a host's address: 192.168.0.1/24");
            return;
        }
        Origin first = seen.putIfAbsent(new Place(netns, dev, identity(address)), origin);
        if (first != null) {
            findings.add(
                    origin,
                    element,
                    address,
                    "is on " + dev + " in namespace " + netns + " already",
                    "added once, here by " + first);
        }
    }

    /** The kernel tells IPv4 addresses of one device apart by address and length, IPv6 addresses by the address alone. */
    private static Cidr identity(Cidr address) {
        return address.isIpv6() ? Cidr.host(address.address()) : address;
    }
}
