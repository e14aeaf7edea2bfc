package dev.netjig.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.probe.Packet;
import dev.netjig.support.NeedsBpf;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the kernel's own word on dropped packets adds. */
@NeedsNamespaces
class SecondTierTests {

    /** Nothing was dropped, or nothing that the tracepoint tells apart. */
    private static final Set<Class<?>> WITHOUT_DROP = Set.of(
            Cause.NetworkUnreachable.class,
            Cause.NoSourceAddress.class,
            Cause.Unanswered.class,
            Cause.EchoIgnored.class,
            Cause.TentativeAddress.class,
            Cause.Unknown.class);

    @Test
    @NeedsBpf
    void confirms_what_the_witnesses_found() {
        Explanation explanation = Explanations.of(
                Networks.routedInternet(),
                testbed -> testbed.node().sysctl("net.ipv4.ip_forward", "0"),
                "red",
                "8.8.8.8");

        assertThat(explanation.tier()).isEqualTo(1);
        assertThat(explanation.evidence())
                .contains(new Evidence("kfree_skb", "IP_INADDRERRORS in node on br0, by ip_error()"));
    }

    @Test
    void says_why_it_was_not_asked() {
        assertThat(Explanations.of(Networks.bridge(), "red", "8.8.8.8").notLookedAt())
                .hasSize(DropTracer.isAvailable() ? 0 : 1);
    }

    @Test
    void knows_the_kernels_reasons_for_each_cause() {
        assertThat(Arrays.stream(Cause.class.getPermittedSubclasses()).filter(cause -> !WITHOUT_DROP.contains(cause)))
                .allMatch(DropReasons::knows);
    }

    @Test
    void does_not_take_the_copy_of_an_answered_ping_for_a_loss() {
        assertThat(new Drop("red", "eth0", "NO_SOCKET", "ping_rcv", new Packet.Other(0)).isNoise())
                .isTrue();
    }
}
