package dev.netjig.topology;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which declarations have to wait because a namespace is not there yet. */
final class Absence {

    private record Device(String netns, IfName name) {}

    private record Network(Device device, Cidr cidr) {}

    private final List<Declared<?>> declarations;
    private final Set<String> absent;
    private final Set<Device> missing = new HashSet<>();
    private final List<Network> networks = new ArrayList<>();

    Absence(List<Declared<?>> declarations, Set<String> absent) {
        this.declarations = declarations;
        this.absent = Set.copyOf(absent);
        for (Declared<?> declared : declarations) {
            if (declared.spec() instanceof VethPairSpec pair) {
                ends(pair).forEach(end -> {
                    addressed(end.netns(), end.name(), end.addresses());
                    if (!arePresent(pair)) {
                        missing.add(new Device(end.netns(), end.name()));
                    }
                });
            } else if (declared.spec() instanceof BridgeSpec bridge) {
                addressed(bridge.netns(), bridge.name(), bridge.addresses());
            } else if (declared.spec() instanceof AddressSpec address) {
                addressed(address.netns(), address.dev(), List.of(address.address()));
            }
        }
    }

    private void addressed(String netns, IfName dev, List<Cidr> addresses) {
        addresses.forEach(address -> networks.add(new Network(new Device(netns, dev), address.network())));
    }

    /** Those that need not wait. */
    List<Declared<?>> possible() {
        return declarations.stream()
                .filter(declared -> isPossible(declared.spec()))
                .toList();
    }

    private boolean isPossible(Spec spec) {
        if (spec instanceof NetnsSpec netns) {
            return isPresent(netns.name());
        }
        if (spec instanceof VethPairSpec pair) {
            return arePresent(pair);
        }
        if (spec instanceof BridgeSpec bridge) {
            return isPresent(bridge.netns());
        }
        if (spec instanceof AddressSpec address) {
            return isPresent(address.netns()) && !isMissing(address.netns(), Optional.of(address.dev()));
        }
        if (spec instanceof RouteSpec route) {
            return isPresent(route.netns())
                    && !isMissing(route.netns(), route.dev())
                    && !route.via()
                            .filter(via -> isBehindMissing(route.netns(), via))
                            .isPresent();
        }
        if (spec instanceof SysctlSpec sysctl) {
            return isPresent(sysctl.netns())
                    && !isMissing(sysctl.netns(), sysctl.device().map(IfName::new));
        }
        // Packet filters know devices by their names, be they there or not; adopted namespaces keep their own.
        return true;
    }

    private boolean isPresent(String netns) {
        return !absent.contains(netns);
    }

    private boolean arePresent(VethPairSpec pair) {
        return ends(pair).allMatch(end -> isPresent(end.netns()));
    }

    private boolean isMissing(String netns, Optional<IfName> dev) {
        return dev.filter(name -> missing.contains(new Device(netns, name))).isPresent();
    }

    /** Whether the gateway is a neighbour on a missing device and on no other. */
    private boolean isBehindMissing(String netns, InetAddress via) {
        List<Network> there = networks.stream()
                .filter(network ->
                        network.device().netns().equals(netns) && network.cidr().contains(via))
                .toList();
        return !there.isEmpty() && there.stream().allMatch(network -> missing.contains(network.device()));
    }

    private static Stream<LinkEnd> ends(VethPairSpec pair) {
        return Stream.of(pair.end(), pair.peer());
    }
}
