package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.AddressFlag;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.testbed.NetworkNamespace;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** A neighbour solicitation that reached who should answer it: its address is not usable yet, or its IPv6 is off. */
final class NotAnswering {

    private NotAnswering() {}

    static Optional<Finding> testify(
            NetworkNamespace netns, LinkState device, InetAddress address, Evidence... evidence) {
        if (address instanceof Inet4Address) {
            return Optional.empty();
        }
        Optional<AddressEntry> own = netns.addresses().stream()
                .filter(entry -> entry.ifindex() == device.index()
                        && entry.address().address().equals(address))
                .findFirst();
        if (own.filter(NotAnswering::isTentative).isPresent()) {
            return Optional.of(Finding.proven(
                            new Cause.TentativeAddress(netns.name(), device.name(), address), evidence)
                    .and(new Evidence(
                            "ip -n " + netns.name() + " address show dev " + device.name(),
                            own.get().flags().contains(AddressFlag.DADFAILED) ? "dadfailed" : "tentative")));
        }
        boolean declared = Declarations.haveAddress(netns, device.name(), address);
        return declared
                ? Ipv6Off.testify(netns, device, evidence)
                        .map(finding -> finding.and(new Evidence(
                                "declaration",
                                netns.name() + "/" + device.name() + " is declared to have the address")))
                : Optional.empty();
    }

    private static boolean isTentative(AddressEntry entry) {
        return entry.flags().contains(AddressFlag.TENTATIVE) || entry.flags().contains(AddressFlag.DADFAILED);
    }
}
