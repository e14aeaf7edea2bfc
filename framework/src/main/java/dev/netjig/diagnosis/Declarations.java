package dev.netjig.diagnosis;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.IfName;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.plan.AddAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What the topology says should be, where the kernel has nothing left to ask. */
final class Declarations {

    private Declarations() {}

    /** Whether packets to {@code destination} were declared to leave {@code netns} by {@code dev}. */
    static boolean leadBy(NetworkNamespace netns, String dev, InetAddress destination) {
        List<Cidr> networks = netns.testbed().topology().plan().steps().stream()
                .filter(step -> step instanceof AddAddress add
                        && add.netns().equals(netns.name())
                        && add.dev().value().equals(dev))
                .map(step -> ((AddAddress) step).cidr().network())
                .toList();
        return networks.stream().anyMatch(network -> network.contains(destination))
                || netns.testbed().topology().all(RouteSpec.class).stream()
                        .filter(route -> route.netns().equals(netns.name())
                                && route.dst().contains(destination))
                        .anyMatch(route -> route.dev().map(IfName::value).equals(Optional.of(dev))
                                || route.via()
                                        .filter(via -> networks.stream().anyMatch(network -> network.contains(via)))
                                        .isPresent());
    }

    /** Whether {@code dev} of {@code netns} was declared with {@code address}. */
    static boolean haveAddress(NetworkNamespace netns, String dev, InetAddress address) {
        return netns.testbed().topology().plan().steps().stream()
                .anyMatch(step -> step instanceof AddAddress add
                        && add.netns().equals(netns.name())
                        && add.dev().value().equals(dev)
                        && add.cidr().address().equals(address));
    }
}
