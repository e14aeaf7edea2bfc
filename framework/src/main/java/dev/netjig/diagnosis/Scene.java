package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.probe.PingResult;
import dev.netjig.testbed.NetworkNamespace;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What is known of one probe at one moment, for the witnesses to look at.
 *
 * @param over whether the probe has been given all its time: only then may silence be taken for an answer
 */
record Scene(Watch watch, NetworkNamespace sender, PingResult result, Trail trail, boolean over) {

    InetAddress destination() {
        return result.destination();
    }

    /** The namespace that has {@code address} on one of its devices. */
    Optional<NetworkNamespace> owner(InetAddress address) {
        return watch.namespaces().stream().filter(netns -> owns(netns, address)).findFirst();
    }

    static boolean owns(NetworkNamespace netns, InetAddress address) {
        return netns.addresses().stream()
                .map(AddressEntry::address)
                .anyMatch(own -> own.address().equals(address));
    }
}
