package dev.netjig.diagnosis;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.plan.AddAddress;
import java.net.InetAddress;

/** What the topology says should be, where the kernel has nothing left to ask. */
final class Declarations {

    private Declarations() {}

    /** Whether {@code dev} of {@code netns} was declared with {@code address}. */
    static boolean haveAddress(NetworkNamespace netns, String dev, InetAddress address) {
        return netns.testbed().topology().plan().steps().stream()
                .anyMatch(step -> step instanceof AddAddress add
                        && add.netns().equals(netns.name())
                        && add.dev().value().equals(dev)
                        && add.cidr().address().equals(address));
    }
}
