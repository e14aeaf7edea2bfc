package dev.netjig.testbed;

import dev.netjig.topology.IfName;
import java.util.HashMap;
import java.util.Map;

/** The device indexes that a plan gives out: lo is 1 in every namespace, the rest follow in the order of creation. */
final class IfIndexes {

    private static final int LO = 1;

    private final Map<String, Map<String, Integer>> byNetns = new HashMap<>();

    int assign(String netns, IfName dev) {
        Map<String, Integer> known = in(netns);
        int index = known.size() + 1;
        known.put(dev.value(), index);
        return index;
    }

    int of(String netns, IfName dev) {
        Integer index = in(netns).get(dev.value());
        if (index == null) {
            throw new IllegalStateException("the plan uses " + dev + " in netns " + netns + " before it adds it");
        }
        return index;
    }

    private Map<String, Integer> in(String netns) {
        return byNetns.computeIfAbsent(netns, name -> new HashMap<>(Map.of("lo", LO)));
    }
}
