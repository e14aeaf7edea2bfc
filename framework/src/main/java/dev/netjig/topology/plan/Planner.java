package dev.netjig.topology.plan;

import dev.netjig.topology.AddressSpec;
import dev.netjig.topology.BridgeSpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.LinkEnd;
import dev.netjig.topology.Origin;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.Spec;
import dev.netjig.topology.Topology;
import dev.netjig.topology.VethPairSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Puts everything that a topology wants into an order in which the kernel takes it. */
final class Planner {

    private final Topology topology;
    private final List<Step> steps = new ArrayList<>();

    private Planner(Topology topology) {
        this.topology = topology;
    }

    static List<Step> steps(Topology topology) {
        Planner planner = new Planner(topology);
        List<AddAddress> addresses = planner.addresses();
        boolean ipv6 = addresses.stream().anyMatch(address -> address.cidr().isIpv6());
        NetnsSteps namespaces = new NetnsSteps(topology, ipv6);
        planner.steps.addAll(namespaces.adopt());
        planner.steps.addAll(namespaces.create());
        // Before the first device: a device copies net.ipv4.conf.default.* when it is made.
        planner.steps.addAll(namespaces.sysctls());
        planner.steps.addAll(namespaces.loopbacks());
        planner.addDevices();
        planner.steps.addAll(addresses);
        planner.setUp();
        planner.steps.addAll(namespaces.deviceSysctls());
        planner.await();
        planner.addRoutes();
        planner.steps.addAll(new FirewallSteps(topology).load());
        return planner.steps;
    }

    private void addDevices() {
        // First the bridges: a veth end gets its master while it is created.
        each(
                BridgeSpec.class,
                (bridge, origin) -> steps.add(new AddBridge(bridge.netns(), bridge.name(), bridge.mac(), origin)));
        each(
                VethPairSpec.class,
                (pair, origin) -> steps.add(new AddVethPair(
                        pair.end().netns(),
                        pair.end().name(),
                        pair.end().master(),
                        pair.end().mac(),
                        pair.mtu(),
                        pair.end().up(),
                        pair.peer().netns(),
                        pair.peer().name(),
                        pair.peer().mac(),
                        origin)));
    }

    private List<AddAddress> addresses() {
        List<AddAddress> addresses = new ArrayList<>();
        each(
                BridgeSpec.class,
                (bridge, origin) -> bridge.addresses()
                        .forEach(address ->
                                addresses.add(new AddAddress(bridge.netns(), bridge.name(), address, origin))));
        each(
                VethPairSpec.class,
                (pair, origin) -> ends(pair)
                        .forEach(end -> end.addresses()
                                .forEach(address ->
                                        addresses.add(new AddAddress(end.netns(), end.name(), address, origin)))));
        each(
                AddressSpec.class,
                (address, origin) ->
                        addresses.add(new AddAddress(address.netns(), address.dev(), address.address(), origin)));
        return addresses;
    }

    private void setUp() {
        each(BridgeSpec.class, (bridge, origin) -> {
            if (bridge.up()) {
                steps.add(new SetLinkUp(bridge.netns(), bridge.name(), origin));
            }
        });
        each(VethPairSpec.class, (pair, origin) -> {
            LinkEnd peer = pair.peer();
            // The first end is created up.
            if (peer.up()) {
                steps.add(new SetLinkUp(peer.netns(), peer.name(), origin));
            }
        });
        each(VethPairSpec.class, (pair, origin) -> {
            LinkEnd peer = pair.peer();
            peer.master().ifPresent(master -> steps.add(new EnslaveLink(peer.netns(), peer.name(), master, origin)));
        });
    }

    /** A veth end is operational when both ends are up, a bridge when one of its ports is. */
    private void await() {
        List<LinkEnd> operational = new ArrayList<>();
        each(VethPairSpec.class, (pair, origin) -> {
            if (pair.end().up() && pair.peer().up()) {
                ends(pair).forEach(end -> {
                    operational.add(end);
                    steps.add(new AwaitLinkUp(end.netns(), end.name(), origin));
                });
            }
        });
        each(BridgeSpec.class, (bridge, origin) -> {
            if (bridge.up() && operational.stream().anyMatch(end -> isPort(end, bridge))) {
                steps.add(new AwaitLinkUp(bridge.netns(), bridge.name(), origin));
            }
        });
    }

    private void addRoutes() {
        each(RouteSpec.class, (route, origin) -> steps.add(new AddRoute(route, origin)));
    }

    private static boolean isPort(LinkEnd end, BridgeSpec bridge) {
        return end.netns().equals(bridge.netns())
                && end.master().filter(bridge.name()::equals).isPresent();
    }

    private static Stream<LinkEnd> ends(VethPairSpec pair) {
        return Stream.of(pair.end(), pair.peer());
    }

    private <S extends Spec> void each(Class<S> kind, BiConsumer<S, Origin> action) {
        for (Declared<S> declared : topology.declared(kind)) {
            action.accept(declared.spec(), declared.origin());
        }
    }
}
