package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.kernel.rtnetlink.RouteLookup;
import dev.netjig.probe.ProbeResult;
import dev.netjig.testbed.NetworkNamespace;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of one probe at one moment, for the witnesses to look at.
 *
 * @param steps what the packet filters did with the request and the reply
 * @param over whether the probe has been given all its time: only then may silence be taken for an answer
 */
record Scene(
        Watch watch, NetworkNamespace sender, ProbeResult result, Trail trail, List<FilterStep> steps, boolean over) {

    Scene {
        steps = List.copyOf(steps);
    }

    InetAddress destination() {
        return result.to().address();
    }

    /** Whether a rule in {@code netns} changed where the packet goes: routing cannot be asked again then. */
    boolean wasRerouted(String netns) {
        return steps.stream().anyMatch(step -> step.netns().equals(netns) && step.reroutes());
    }

    /** Whether {@code netns} takes packets to {@code address} in. */
    static boolean owns(NetworkNamespace netns, InetAddress address) {
        return netns.routeTo(address) instanceof RouteLookup.Found found
                && found.route().type() == RouteEntry.Type.LOCAL;
    }

    /**
     * Whether the device with index {@code dev} of {@code netns}, up or down, has {@code address}. A device that is down
     * has lost its IPv6 addresses: then what was declared counts.
     */
    static boolean has(NetworkNamespace netns, InetAddress address, OptionalInt dev) {
        if (dev.isEmpty()) {
            return false;
        }
        int index = dev.getAsInt();
        return netns.addresses().stream()
                        .anyMatch(entry -> entry.ifindex() == index
                                && entry.address().address().equals(address))
                || (address instanceof Inet6Address
                        && netns.links().stream()
                                .anyMatch(link -> link.index() == index
                                        && !link.isUp()
                                        && Declarations.haveAddress(netns, link.name(), address)));
    }
}
