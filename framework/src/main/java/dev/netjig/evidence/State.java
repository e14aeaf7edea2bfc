package dev.netjig.evidence;

import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code state.txt} and {@code state.json}: what the kernel has in each namespace: devices, addresses, routes, neighbours,
 * packet filters, and the sysctls that netjig has set or that are otherwise than in a fresh namespace.
 */
final class State implements ExhibitProvider {

    @Override
    public List<Exhibit> exhibits(Case test) {
        if (!test.isFull() || test.testbed().allNamespaces().isEmpty()) {
            return List.of();
        }
        Sysctls sysctls = Sysctls.setBy(test.topology());
        List<NamespaceState> states = new ArrayList<>();
        for (NetworkNamespace netns : test.testbed().allNamespaces()) {
            states.add(NamespaceState.of(netns, sysctls));
        }
        return List.of(
                Exhibit.text("state.txt", () -> StateText.of(states)),
                Exhibit.json("state.json", () -> StateJson.of(states)));
    }
}
