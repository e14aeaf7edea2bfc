package dev.netjig.kernel.bpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.EchoExchange;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsBpf;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Fills the queue that all watches of a JVM share, so the drops of another test would be lost. */
@Isolated
@NeedsBpf
@NeedsNamespaces
class DropFloodTests {

    /** A busy test, and nobody looks. */
    @Test
    void what_nobody_drained_is_counted() {
        try (Testbed testbed = Drops.pair();
                DropTracer tracer = DropTracer.open(testbed.node().inode());
                EchoExchange exchange =
                        Ping.of(testbed.netns("red"), "192.168.0.1").open()) {
            Drops.send(exchange);
            int more = 20_000;
            for (int i = 0; i < more; i++) {
                exchange.send();
            }

            int told = Drops.ours(tracer.drain(), exchange).size();
            assertThat(told).isBetween(1, more);
            // What an interrupt drops while the program runs on the same CPU is neither told nor counted.
            assertThat(told + tracer.lost()).isGreaterThanOrEqualTo(more - more / 1000);
        }
    }
}
