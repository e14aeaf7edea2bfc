package dev.netjig.suites.kernels;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** netem on one end of a wire: packets come late, or not at all. */
@Netns("red")
@Netns("blue")
@VethPair(
        name = "wire",
        netns = "red",
        address = "10.0.0.1/24",
        peer = @Peer(name = "wire", netns = "blue", address = "10.0.0.2/24"))
@NeedsLinkKind("netem")
class QueueTests {

    private static final double MILLISECONDS = 60;

    @Test
    void a_delayed_echo_takes_at_least_the_delay(@Netns("red") NetworkNamespace red) {
        netem(red, "delay " + (int) MILLISECONDS + "ms");

        String printed =
                red.exec("ping", "-c", "1", "-W", "30", "10.0.0.2").orThrow().stdout();

        assertThat(Double.parseDouble(printed.replaceAll("(?s).*time=([0-9.]+) ms.*", "$1")))
                .isGreaterThanOrEqualTo(MILLISECONDS);
    }

    @Test
    void a_delay_does_not_hinder_netjigs_own_probe(@Netns("red") NetworkNamespace red) {
        netem(red, "delay 20ms");

        assertThat(red).canReach("10.0.0.2").withTtl(64);
    }

    @Test
    void a_queue_that_loses_everything_lets_nothing_through(@Netns("red") NetworkNamespace red) {
        netem(red, "loss 100%");

        assertThat(red.exec("ping", "-c", "1", "-W", "1", "10.0.0.2").exitCode())
                .isEqualTo(1);
        assertThat(red.exec("tc", "-s", "qdisc", "show", "dev", "wire").stdout())
                .containsPattern("dropped [1-9]");
    }

    private static void netem(NetworkNamespace host, String what) {
        host.shell("tc qdisc add dev wire root netem " + what).orThrow();
    }
}
