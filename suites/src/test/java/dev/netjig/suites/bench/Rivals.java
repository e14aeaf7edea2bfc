package dev.netjig.suites.bench;

import java.io.IOException;

/** The same network by hand, as functions of a shell. */
final class Rivals {

    /** One batch a namespace; peers are created here and moved there, as it is usually written. */
    private static final String BATCH = batch("batch", """
            link add veth1-r type veth peer name veth2-r
            link set veth1-r master br0
            link set veth2-r netns red
            link add veth1-b type veth peer name veth2-b
            link set veth1-b master br0
            link set veth2-b netns blue
            """);

    /** The same with what netjig's speed rests on: peers created in place, one queue, as few messages as possible. */
    private static final String EXPERT_BATCH = batch("expert_batch", """
            link add veth1-r numtxqueues 1 numrxqueues 1 master br0 type veth peer name veth2-r netns red numtxqueues 1 numrxqueues 1
            link add veth1-b numtxqueues 1 numrxqueues 1 master br0 type veth peer name veth2-b netns blue numtxqueues 1 numrxqueues 1
            """);

    /** The commands of the document about two namespaces, in its order, in a node namespace; without its firewall. */
    private static final String DOCUMENT = """
            document() {
              ip netns add node
              nsenter --net=/run/netns/node sh -e <<'END'
            ip netns add red
            ip netns add blue
            ip link add veth1-r type veth peer veth2-r
            ip link add veth1-b type veth peer veth2-b
            ip link set veth2-r netns red
            ip link set veth2-b netns blue
            ip netns exec red ip address add 192.168.0.2/24 dev veth2-r
            ip netns exec blue ip address add 192.168.0.3/24 dev veth2-b
            ip netns exec red ip link set dev veth2-r up
            ip netns exec blue ip link set dev veth2-b up
            ip link add name br0 type bridge
            ip link set dev veth1-r master br0
            ip link set dev veth1-b master br0
            ip link set dev veth1-r up
            ip link set dev veth1-b up
            ip address add 192.168.0.1/24 dev br0
            ip link set dev br0 up
            ip netns exec red ip route add default via 192.168.0.1
            ip netns exec blue ip route add default via 192.168.0.1
            END
            }
            """;

    private static final String TEARDOWN = """
            teardown() {
              ip -batch - <<'END'
            netns delete red
            netns delete blue
            netns delete node
            END
            }
            """;

    private static final String CHECK = "ip netns exec red ping -c 1 -W 3 192.168.0.3 >/dev/null";

    private Rivals() {}

    /** Unlike netjig it sets no sysctls and does not wait for the links to be up. */
    private static String batch(String function, String links) {
        return function + """
                () {
                  ip -batch - <<'END'
                netns add node
                netns add red
                netns add blue
                END
                  ip -n node -batch - <<'END'
                link set lo up
                link add br0 type bridge
                """ + links + """
                address add 192.168.0.1/24 dev br0
                link set br0 up
                link set veth1-r up
                link set veth1-b up
                END
                  ip -n red -batch - <<'END'
                link set lo up
                address add 192.168.0.2/24 dev veth2-r
                link set veth2-r up
                route add default via 192.168.0.1
                END
                  ip -n blue -batch - <<'END'
                link set lo up
                address add 192.168.0.3/24 dev veth2-b
                link set veth2-b up
                route add default via 192.168.0.1
                END
                }
                """;
    }

    /** Defines the functions, and sees to it that each of them makes a network in which red reaches blue. */
    static void define(Shell shell) throws IOException {
        shell.run(BATCH + EXPERT_BATCH + DOCUMENT + TEARDOWN);
        for (String rival : new String[] {"batch", "expert_batch", "document"}) {
            shell.run(rival + " && " + CHECK + " && teardown");
        }
    }
}
