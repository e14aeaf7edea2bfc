package dev.netjig.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks veth pairs and bridges. */
final class DeviceChecks {

    /** The kernel refuses these: /proc/sys/net/ipv4/conf has directories of the same names. */
    private static final List<String> NAMES_OF_SYSCTL_DIRECTORIES = List.of("all", "default");

    private static final int ETH_MIN_MTU = 68;
    private static final int ETH_MAX_MTU = 65535;

    private record Place(String netns, IfName name) {}

    private final Findings findings;
    private final Inventory inventory;
    private final AddressChecks addresses;
    private final Map<Place, Origin> seen = new HashMap<>();

    DeviceChecks(Findings findings, Inventory inventory, AddressChecks addresses) {
        this.findings = findings;
        this.inventory = inventory;
        this.addresses = addresses;
    }

    void check(VethPairSpec pair, Origin origin) {
        check(pair.end(), origin, "");
        check(pair.peer(), origin, "peer.");
        pair.mtu().ifPresent(mtu -> findings.checkRange(origin, "mtu", mtu, ETH_MIN_MTU, ETH_MAX_MTU, " bytes"));
    }

    void check(BridgeSpec bridge, Origin origin) {
        LinkEnd device = new LinkEnd(
                bridge.name(), bridge.netns(), Optional.empty(), bridge.addresses(), bridge.mac(), bridge.up());
        check(device, origin, "");
    }

    private void check(LinkEnd end, Origin origin, String prefix) {
        if (!inventory.checkNetns(findings, origin, prefix + "netns", end.netns())) {
            return;
        }
        checkName(end, origin, prefix + "name");
        end.master().ifPresent(master -> checkMaster(end, master, origin, prefix + "master"));
        end.mac()
                .filter(mac -> !mac.isUnicast())
                .ifPresent(mac -> findings.add(
                        origin,
                        prefix + "mac",
                        mac,
                        "is no unicast address",
                        "a device's first byte is even and not all is zero"));
        end.addresses()
                .forEach(address -> addresses.check(end.netns(), end.name(), address, origin, prefix + "address"));
    }

    private void checkName(LinkEnd end, Origin origin, String element) {
        if (NAMES_OF_SYSCTL_DIRECTORIES.contains(end.name().value())) {
            findings.add(
                    origin,
                    element,
                    end.name(),
                    "is a name that the kernel keeps for itself",
                    "any other name: /proc/sys/net/ipv4/conf/" + end.name() + " exists already");
        }
        if (end.name().equals(IfName.LO)) {
            findings.add(origin, element, "lo", "exists in every namespace", "any other name");
            return;
        }
        Origin first = seen.putIfAbsent(new Place(end.netns(), end.name()), origin);
        if (first != null) {
            findings.add(
                    origin,
                    element,
                    end.name(),
                    "is declared twice in namespace " + end.netns(),
                    "declared already by " + first);
        }
    }

    private void checkMaster(LinkEnd end, IfName master, Origin origin, String element) {
        if (master.equals(end.name())) {
            findings.add(origin, element, master, "is the device itself", "a bridge is no port of its own");
        } else if (!inventory.isAdopted(end.netns())
                && !inventory.bridges(end.netns()).contains(master)) {
            String there = Findings.known("declared there", inventory.bridges(end.netns()), master);
            String elsewhere = inventory
                    .namespaceOfBridge(master)
                    .map(netns -> " (but in " + netns + "; a port lives where its bridge lives)")
                    .orElse("");
            findings.add(origin, element, master, "is no bridge in namespace " + end.netns(), there + elsewhere);
        }
    }
}
