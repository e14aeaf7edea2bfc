package dev.netjig.evidence;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the kernel had in a namespace at one moment.
 *
 * @param sysctls those worth telling, with their values
 * @param missing what it would not tell, and why
 */
record NamespaceState(
        String netns,
        List<LinkState> links,
        List<AddressEntry> addresses,
        List<RouteEntry> routes,
        List<NeighbourEntry> neighbours,
        List<FirewallChain> chains,
        Map<String, String> sysctls,
        List<String> missing) {

    static NamespaceState of(NetworkNamespace netns, Sysctls sysctls) {
        List<String> missing = new ArrayList<>();
        return new NamespaceState(
                netns.name(),
                ask("devices", netns::links, List.of(), missing),
                ask("addresses", netns::addresses, List.of(), missing),
                ask("routes", netns::routes, List.of(), missing),
                ask("neighbours", netns::neighbours, List.of(), missing),
                ask("packet filters", () -> netns.ruleset().chains(), List.of(), missing),
                ask("sysctls", () -> sysctls.of(netns), Map.of(), missing),
                missing);
    }

    private static <T> T ask(String what, Supplier<T> question, T none, List<String> missing) {
        try {
            return question.get();
        } catch (RuntimeException failed) {
            missing.add(what + ": " + failed.getMessage());
            return none;
        }
    }

    /** The name of a device, or {@code #N} where there is none of that index. */
    String devName(int index) {
        return links.stream()
                .filter(link -> link.index() == index)
                .map(LinkState::name)
                .findFirst()
                .orElse("#" + index);
    }
}
