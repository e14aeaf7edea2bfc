package dev.netjig.suites.safety;

import dev.netjig.probe.Ping;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Chain;
import dev.netjig.topology.FirewallBackend;
import dev.netjig.topology.Policy;
import dev.netjig.topology.Topology;

/**
 * What {@link SigkillTests} runs in a JVM of its own and kills: it builds one topology after the other, with firewalls of
 * all kinds, commands in the background, daemons, and namespaces that commands made; and says where it is.
 */
final class Victim {

    static final String MAIN = "main";
    static final String BUILDING = "building";
    static final String STEADY = "steady";

    /** The argument that makes it end by itself, after one topology of each kind. */
    static final String ONCE = "once";

    private Victim() {}

    public static void main(String[] args) {
        say(MAIN);
        Thread warmUp = new Thread(Testbed::initialise, "netjig-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        do {
            for (FirewallBackend backend : FirewallBackend.values()) {
                buildAndUse(topology(backend));
            }
        } while (!java.util.List.of(args).contains(ONCE));
    }

    private static Topology topology(FirewallBackend backend) {
        return Topology.builder()
                .firewall(backend)
                .netns("red")
                .netns("blue")
                .bridge("br0", bridge -> bridge.address("192.168.0.1/24"))
                .vethPair(
                        "veth1-r",
                        veth -> veth.master("br0")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .vethPair(
                        "veth1-b",
                        veth -> veth.master("br0")
                                .peer("veth2-b", peer -> peer.netns("blue").address("192.168.0.3/24")))
                .route(route -> route.netns("red").to("default").via("192.168.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .masquerade(masquerade -> masquerade.source("192.168.0.0/24").oifname("! br0"))
                .chainPolicy(chain -> chain.netns("blue").chain(Chain.FORWARD).policy(Policy.DROP))
                .build();
    }

    private static void buildAndUse(Topology topology) {
        say(BUILDING);
        try (Testbed testbed = Testbed.create(topology)) {
            NetworkNamespace red = testbed.netns("red");
            red.command("sleep", "600").start();
            red.shell("setsid sleep 600 >/dev/null 2>&1 &").orThrow();
            testbed.node().command("sh", "-c", "sleep 600 & wait").start();
            testbed.node().shell("""
                            ip netns add green
                            ip link add veth1-g master br0 type veth peer veth2-g netns green
                            ip netns exec green setsid sleep 600 >/dev/null 2>&1 &
                            """).orThrow();
            say(STEADY);
            for (int i = 0; i < 200; i++) {
                Ping.of(red, "192.168.0.3").send();
            }
        }
    }

    private static void say(String where) {
        System.out.println(where);
    }
}
