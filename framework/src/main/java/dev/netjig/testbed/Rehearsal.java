package dev.netjig.testbed;

import dev.netjig.kernel.icmp.EchoRequest;
import dev.netjig.kernel.icmp.IcmpSocket;
import dev.netjig.kernel.nftables.Nftables;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.Topology;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A small network that nobody asked for, built once: it makes the JVM load what every testbed needs, which is most of the
 * time that the first testbed of a JVM takes.
 *
 * <p>It is kept until the JVM ends, because its bridge spares the others some 3 ms each: for the first bridge that the
 * machine has, and again after its last one, the kernel patches its own code (br_netfilter's hooks).
 */
final class Rehearsal {

    private static final InetAddress BRIDGE = IpLiteral.parse("192.0.2.1");

    private static final class Holder {
        static final Optional<Testbed> KEPT = perform();
    }

    private Rehearsal() {}

    /** Whether it worked; where it did not, the first testbed that needs what is missing fails too, and says why. */
    static boolean run() {
        return Holder.KEPT.isPresent();
    }

    private static Optional<Testbed> perform() {
        try {
            Testbed testbed = Testbed.create(topology());
            ping(testbed.netns("rehearsal"));
            Nftables.initialise();
            return Optional.of(testbed);
        } catch (RuntimeException | LinkageError failed) {
            return Optional.empty();
        }
    }

    private static Topology topology() {
        return Topology.builder()
                .netns("rehearsal")
                .bridge("br0", bridge -> bridge.address("192.0.2.1/30"))
                .vethPair(
                        "veth1",
                        veth -> veth.master("br0")
                                .peer("veth2", peer -> peer.netns("rehearsal").address("192.0.2.2/30")))
                .route(route -> route.netns("rehearsal").to("default").via("192.0.2.1"))
                .build();
    }

    private static void ping(NetworkNamespace netns) {
        try (IcmpSocket socket = netns.open(() -> IcmpSocket.openFor(BRIDGE))) {
            socket.send(new EchoRequest(1, 1, new byte[8]), BRIDGE);
            socket.await(Duration.ofMillis(100));
        }
    }
}
