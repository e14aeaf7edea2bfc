package dev.netjig.suites.chapterb;

import dev.netjig.suites.support.Recipe;
import dev.netjig.suites.support.Settled;
import dev.netjig.testbed.NetworkNamespace;
import java.util.List;
import java.util.stream.Stream;

/** The document's own commands, unchanged. */
final class DocumentCommands {

    static final Recipe NETWORK = Recipe.of(
            "ip netns add red",
            "ip netns add blue",
            "ip link add veth1-r type veth peer veth2-r",
            "ip link add veth1-b type veth peer veth2-b",
            "ip link set veth2-r netns red",
            "ip link set veth2-b netns blue",
            "ip netns exec red ip address add 192.168.0.2/24 dev veth2-r",
            "ip netns exec blue ip address add 192.168.0.3/24 dev veth2-b",
            "ip netns exec red ip link set dev veth2-r up",
            "ip netns exec blue ip link set dev veth2-b up",
            "ip link add name br0 type bridge",
            "ip link set veth1-r master br0",
            "ip link set veth1-b master br0",
            "ip link set dev veth1-r up",
            "ip link set dev veth1-b up",
            "ip address add 192.168.0.1/24 dev br0",
            "ip link set dev br0 up");

    private static final List<String> DEFAULT_ROUTES = List.of(
            "ip netns exec red ip route add default via 192.168.0.1",
            "ip netns exec blue ip route add default via 192.168.0.1");

    static final String IP_FORWARD = "sysctl -w net.ipv4.ip_forward=1";

    static final String MASQUERADE = "iptables -t nat -A POSTROUTING -s 192.168.0.0/24 ! -o br0 -j MASQUERADE";

    private DocumentCommands() {}

    /** The default routes of red and blue, and then {@code others}. */
    static String[] routesAnd(String... others) {
        return Stream.concat(DEFAULT_ROUTES.stream(), Stream.of(others)).toArray(String[]::new);
    }

    /** Types the commands of the network and those of {@code others}, and waits until the links carry packets. */
    static HandMade type(NetworkNamespace node, String... others) {
        Recipe.Outcomes typed = NETWORK.then(others).runIn(node);
        if (!typed.failures().isEmpty()) {
            throw new AssertionError("the document's own commands failed: " + typed.failures());
        }
        HandMade made = new HandMade(node, node.named("red"), node.named("blue"));
        Settled.await(made.namespaces());
        return made;
    }

    /** What the commands made. */
    record HandMade(NetworkNamespace node, NetworkNamespace red, NetworkNamespace blue) {

        List<NetworkNamespace> namespaces() {
            return List.of(node, red, blue);
        }

        /** Types {@code commands} at the node; returns all that they print, and what their exit codes are. */
        Recipe.Outcomes type(String... commands) {
            return Recipe.of(commands).runIn(node);
        }
    }
}
