package dev.netjig.testbed;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.topology.IfName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The device indexes that a plan gives out: lo is 1 in every namespace, the rest follow in the order of creation, and no
 * two devices of a topology share one.
 *
 * <p>The ends of a veth pair must not: the kernel tells a device that depends on another one by its link index being
 * another than its own, and reports any other device's coming up at its leisure, up to a second later.
 *
 * <p>The numbers behind that of lo are left to the devices that the kernel itself makes in every namespace where the
 * modules for tunnels are loaded (tunl0, gre0, sit0 …; net.core.fb_tunnels_only_for_init_net).
 */
final class IfIndexes {

    private static final int LO = 1;
    private static final int LAST_OF_THE_KERNELS_OWN = 15;

    /** How many devices others may make in a namespace while netjig makes its own. */
    private static final int ROOM_FOR_OTHERS = 100;

    private final Map<String, Map<String, Integer>> byNetns = new HashMap<>();
    private int last = LAST_OF_THE_KERNELS_OWN;

    int assign(String netns, IfName dev) {
        last++;
        in(netns).put(dev.value(), last);
        return last;
    }

    /** Takes note of the devices that a namespace has, made by whomever; what is assigned from now on is none of theirs. */
    void learn(String netns, List<LinkState> links) {
        for (LinkState link : links) {
            in(netns).put(link.name(), link.index());
            last = Math.max(last, link.index() + ROOM_FOR_OTHERS);
        }
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
