package dev.netjig.suites.faults;

import static dev.netjig.assertions.Reasons.bridgePort;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.noNeighbour;
import static dev.netjig.assertions.Reasons.unknownTo;
import static dev.netjig.diagnosis.Cause.BridgePort.State.BLOCKED;
import static dev.netjig.diagnosis.Cause.BridgePort.State.ISOLATED;

import dev.netjig.assertions.Reason;
import dev.netjig.probe.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Bridges that do not pass a frame on: with a cold neighbour table it is the ARP request, else the packet itself. */
final class BridgeFaults {

    private static final String ISOLATED_PORTS = """
            ip link set veth1-r type bridge_slave isolated on
            ip link set veth1-b type bridge_slave isolated on
            """;
    private static final Reason ISOLATION =
            bridgePort("node", "veth1-r", ISOLATED).or(bridgePort("node", "veth1-b", ISOLATED));

    private BridgeFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        both(faults, "isolated", "both ports are isolated", ISOLATED_PORTS, ISOLATION);
        both(
                faults,
                "disabled-in",
                "the sender's port is in state disabled",
                "bridge link set dev veth1-r state 0",
                bridgePort("node", "veth1-r", BLOCKED));
        both(
                faults,
                "disabled-out",
                "the receiver's port is in state disabled",
                "bridge link set dev veth1-b state 0",
                bridgePort("node", "veth1-b", BLOCKED));
        both(
                faults,
                "learning-in",
                "the sender's port still learns",
                "bridge link set dev veth1-r state 2",
                bridgePort("node", "veth1-r", BLOCKED));
        both(
                faults,
                "stp-listening",
                "spanning tree still listens at the receiver's port",
                """
                ip link set br0 type bridge stp_state 1
                ip link set veth1-b down
                ip link set veth1-b up
                """,
                bridgePort("node", "veth1-b", BLOCKED));
        both(
                faults,
                "port-down",
                "the receiver's port is down",
                "ip link set veth1-b down",
                linkDown("node", "veth1-b"));
        both(faults, "down", "the bridge is down", "ip link set br0 down", linkDown("node", "br0"));
        faults.addAll(others());
        return faults;
    }

    private static void both(List<Fault> faults, String id, String title, String script, Reason reason) {
        faults.add(Fault.of("bridge-" + id, title + ", and red has to ask for blue's address")
                .on(Networks.bridge())
                .seed("node", script)
                .ping("red", "192.168.0.3")
                .because(reason));
        faults.add(Fault.of("bridge-" + id + "-warm", title + ", and red knows blue's address")
                .on(Networks.bridge())
                .seed(Seed.warm("red", "192.168.0.3"))
                .seed("node", script)
                .ping("red", "192.168.0.3")
                .because(reason));
    }

    private static List<Fault> others() {
        return List.of(
                Fault.of("bridge-isolated-ipv6", "both ports are isolated for neighbour discovery too")
                        .on(Networks.bridge())
                        .seed("node", ISOLATED_PORTS)
                        .ping("red", "fd00::3")
                        .because(ISOLATION),
                Fault.of("bridge-isolated-tcp", "both ports are isolated, and red connects to blue")
                        .on(Networks.bridge())
                        .seed(Seed.warm("red", "192.168.0.3"))
                        .seed("node", ISOLATED_PORTS)
                        .probe("red", Endpoint.tcp("192.168.0.3", 80))
                        .because(ISOLATION),
                Fault.of("bridge-not-enslaved", "the sender's device is no port of the bridge")
                        .on(Networks.bridge())
                        .seed("node", "ip link set veth1-r nomaster")
                        .ping("red", "192.168.0.3")
                        .because(noNeighbour("red", "192.168.0.3")),
                Fault.of("bridge-not-enslaved-warm", "the sender's device is no port of the bridge any more")
                        .on(Networks.bridge())
                        .seed(Seed.warm("red", "192.168.0.3"))
                        .seed("node", "ip link set veth1-r nomaster")
                        .ping("red", "192.168.0.3")
                        .because(unknownTo("node")),
                Fault.of("bridge-receiver-not-enslaved", "the receiver's device is no port of the bridge")
                        .on(Networks.bridge())
                        .seed("node", "ip link set veth1-b nomaster")
                        .ping("red", "192.168.0.3")
                        .because(noNeighbour("red", "192.168.0.3")));
    }
}
