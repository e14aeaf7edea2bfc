package dev.netjig.suites.faults;

import java.util.List;
import java.util.stream.Stream;

/** All faults, family by family. */
final class Catalogue {

    private static final List<Fault> FAULTS = Stream.of(
                    FilterFaults.all(),
                    Layer2FilterFaults.all(),
                    RejectFaults.all(),
                    RoutingFaults.all(),
                    LinkFaults.all(),
                    BridgeFaults.all(),
                    MtuFaults.all(),
                    NatFaults.all(),
                    Ipv6Faults.all(),
                    SocketFaults.all(),
                    DoubleFaults.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    static List<Fault> faults() {
        return FAULTS;
    }
}
