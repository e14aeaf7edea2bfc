package dev.netjig.kernel.bpf;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PacketReader;
import dev.netjig.probe.Ping;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Provokes drops and names them: {@code node br0 NETFILTER_DROP}. */
final class Drops {

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final int MOST_WAITS = 100;

    private Drops() {}

    /** Red, and a node that drops what comes in. */
    static Testbed pair() {
        Testbed testbed = Testbed.create(Networks.pair().build());
        testbed.node().nft("add table ip t; add chain ip t c { type filter hook input priority filter; policy drop; }");
        return testbed;
    }

    /** A watch over all namespaces of {@code testbed}. */
    static DropTracer tracer(Testbed testbed) {
        return DropTracer.open(
                testbed.namespaces().stream().mapToLong(NetworkNamespace::inode).toArray());
    }

    /** What the kernel dropped of the echo request of a ping. */
    static List<String> ofPing(Topology.Builder network, Consumer<Testbed> fault, Function<Testbed, Ping> ping) {
        try (Testbed testbed = Testbed.create(network.build())) {
            fault.accept(testbed);
            try (DropTracer tracer = tracer(testbed);
                    EchoExchange exchange = ping.apply(testbed).open()) {
                exchange.send();
                return await(tracer, exchange).stream()
                        .map(drop -> describe(testbed, drop))
                        .toList();
            }
        }
    }

    static List<String> ofPing(Topology.Builder network, Consumer<Testbed> fault, String from, String to) {
        return ofPing(network, fault, testbed -> Ping.of(testbed.netns(from), to));
    }

    /** A busy machine leaves a packet to its own thread, ksoftirqd, and that may have to wait. */
    private static List<PacketDrop> await(DropTracer tracer, EchoExchange exchange) {
        List<PacketDrop> drops = new ArrayList<>();
        for (int wait = 0; wait < MOST_WAITS && ours(drops, exchange).isEmpty(); wait++) {
            exchange.await(PATIENCE);
            drops.addAll(tracer.drain());
        }
        return ours(drops, exchange);
    }

    static void send(EchoExchange exchange) {
        if (exchange.send().isEmpty()) {
            exchange.await(PATIENCE.multipliedBy(10));
        }
    }

    /** Those that are the exchange's own request. */
    static List<PacketDrop> ours(List<PacketDrop> drops, EchoExchange exchange) {
        return drops.stream()
                .filter(is(packet -> packet.icmp()
                        .filter(Packet.Icmp::isEchoRequest)
                        .filter(icmp -> icmp.id() == exchange.id() && icmp.sequence() == exchange.sequence())
                        .isPresent()))
                .toList();
    }

    static Predicate<PacketDrop> is(Predicate<Packet.Ip> wanted) {
        return drop ->
                PacketReader.read(drop.protocol(), drop.packet()) instanceof Packet.Ip packet && wanted.test(packet);
    }

    static String describe(Testbed testbed, PacketDrop drop) {
        List<String> words = new ArrayList<>();
        testbed.namespaces().stream()
                .filter(netns -> netns.inode() == drop.netns())
                .forEach(netns -> words.add(netns.name()));
        words.add(drop.dev().isEmpty() ? "-" : drop.dev());
        words.add(drop.reason());
        return String.join(" ", words);
    }
}
