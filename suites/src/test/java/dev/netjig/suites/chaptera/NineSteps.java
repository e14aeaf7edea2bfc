package dev.netjig.suites.chaptera;

import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;

/** The document's own commands, unchanged. */
final class NineSteps {

    static final Recipe ALL = Recipe.of(
            "ip netns add red",
            "ip link add veth1-r type veth peer veth2-r",
            "ip link set veth2-r netns red",
            "ip netns exec red ip address add 192.168.0.1 dev veth2-r",
            "ip netns exec red ip link set dev veth2-r up",
            "ip link set dev veth1-r up",
            "ip netns exec red ip link set lo up",
            "ip route add 192.168.0.1/32 dev veth1-r",
            "ip netns exec red ip route add default via 192.168.0.1 dev veth2-r");

    private NineSteps() {}

    /** Types all commands but one; returns those of the others that failed, with what they printed. */
    static List<String> typeAllBut(int step, NetworkNamespace node) {
        return ALL.without(step).runIn(node).complaints();
    }
}
