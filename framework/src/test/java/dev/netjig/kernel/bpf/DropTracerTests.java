package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsBpf;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@NeedsBpf
@NeedsNamespaces
class DropTracerTests {

    @Test
    void tells_the_packet_the_place_and_the_function() {
        try (Testbed testbed = Drops.pair();
                DropTracer tracer = Drops.tracer(testbed);
                EchoExchange exchange = ping(testbed)) {
            long before = realtime();
            Drops.send(exchange);

            assertThat(Drops.ours(tracer.drain(), exchange)).singleElement().satisfies(drop -> {
                assertThat(drop.reason()).isEqualTo("NETFILTER_DROP");
                assertThat(drop.netns()).isEqualTo(testbed.node().inode());
                assertThat(drop.dev()).isEqualTo("veth1-r");
                assertThat(drop.ifindex())
                        .isEqualTo(testbed.node().link("veth1-r").index());
                assertThat(drop.inputIfindex()).isEqualTo(drop.ifindex());
                assertThat(drop.timestamp()).isBetween(before, realtime());
                assertThat(drop.length()).isEqualTo(84);
                assertThat(drop.packet()).hasSize(84);
                assertThat(drop.function())
                        .hasValueSatisfying(
                                function -> assertThat(function.name()).startsWith("nf"));
            });
        }
    }

    @Test
    void a_packet_is_told_once() {
        try (Testbed testbed = Drops.pair();
                DropTracer tracer = Drops.tracer(testbed);
                EchoExchange exchange = ping(testbed)) {
            Drops.send(exchange);

            assertThat(Drops.ours(tracer.drain(), exchange)).hasSize(1);
            assertThat(Drops.ours(tracer.drain(), exchange)).isEmpty();
            assertThat(tracer.lost()).isZero();
        }
    }

    @Test
    void an_answered_ping_loses_nothing() {
        assertThat(Drops.ofPing(Networks.bridge(), testbed -> {}, "red", "192.168.0.3"))
                .isEmpty();
    }

    @Test
    void two_watches_do_not_take_each_others_packets() {
        try (Testbed one = Drops.pair();
                Testbed other = Drops.pair();
                DropTracer ofOne = Drops.tracer(one);
                DropTracer ofOther = Drops.tracer(other);
                EchoExchange inOne = ping(one);
                EchoExchange inOther = ping(other)) {
            Drops.send(inOne);
            Drops.send(inOther);

            List<PacketDrop> dropsOfOne = ofOne.drain();
            List<PacketDrop> dropsOfOther = ofOther.drain();
            assertThat(Drops.ours(dropsOfOne, inOne)).hasSize(1);
            assertThat(Drops.ours(dropsOfOther, inOther)).hasSize(1);
            assertThat(dropsOfOne)
                    .noneMatch(drop -> drop.netns() == other.node().inode());
            assertThat(dropsOfOther)
                    .noneMatch(drop -> drop.netns() == one.node().inode());
        }
    }

    @Test
    void two_watches_of_one_namespace_both_get_its_packets() {
        try (Testbed testbed = Drops.pair();
                DropTracer first = Drops.tracer(testbed);
                DropTracer second = Drops.tracer(testbed);
                EchoExchange exchange = ping(testbed)) {
            Drops.send(exchange);

            assertThat(Drops.ours(first.drain(), exchange)).hasSize(1);
            assertThat(Drops.ours(second.drain(), exchange)).hasSize(1);
        }
    }

    @Test
    void a_namespace_stays_watched_when_another_watch_of_it_ends() {
        try (Testbed testbed = Drops.pair();
                DropTracer tracer = Drops.tracer(testbed);
                EchoExchange exchange = ping(testbed)) {
            Drops.tracer(testbed).close();
            Drops.send(exchange);

            assertThat(Drops.ours(tracer.drain(), exchange)).hasSize(1);
        }
    }

    @Test
    void a_new_watch_knows_nothing_of_before() {
        try (Testbed testbed = Drops.pair();
                EchoExchange exchange = ping(testbed)) {
            try (DropTracer earlier = Drops.tracer(testbed)) {
                Drops.send(exchange);
                assertThat(earlier.lost()).isZero();
            }
            try (DropTracer tracer = Drops.tracer(testbed)) {
                assertThat(Drops.ours(tracer.drain(), exchange)).isEmpty();
            }
        }
    }

    @Test
    void more_namespaces_can_be_watched_later() {
        try (Testbed testbed = Drops.pair();
                DropTracer tracer = DropTracer.open();
                EchoExchange unseen = ping(testbed);
                EchoExchange seen = ping(testbed)) {
            Drops.send(unseen);
            tracer.watch(testbed.node().inode());
            Drops.send(seen);

            List<PacketDrop> drops = tracer.drain();
            assertThat(Drops.ours(drops, unseen)).isEmpty();
            assertThat(Drops.ours(drops, seen)).hasSize(1);
        }
    }

    @Test
    void a_closed_watch_is_of_no_use() {
        DropTracer tracer = DropTracer.open();
        tracer.close();
        tracer.close();

        assertThatThrownBy(tracer::drain)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the watch for dropped packets was closed");
        assertThatThrownBy(() -> tracer.watch(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(tracer::lost).isInstanceOf(IllegalStateException.class);
    }

    /** The program and its maps stay for the next watch, detached; other tests may watch meanwhile. */
    @Test
    void watches_leave_no_descriptor_behind() throws IOException {
        for (int i = 0; i < 50; i++) {
            DropTracer.open(1, 2, 3).close();
        }
        assertThat(bpfDescriptors()).hasSizeLessThanOrEqualTo(4);
    }

    private static List<String> bpfDescriptors() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(DropTracerTests::target)
                    .filter(target -> target.contains("bpf"))
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static EchoExchange ping(Testbed testbed) {
        return Ping.of(testbed.netns("red"), "192.168.0.1").open();
    }

    private static long realtime() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
