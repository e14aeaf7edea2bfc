package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.jupiter.Internet;
import dev.netjig.jupiter.Netns;
import dev.netjig.kernel.Errno;
import dev.netjig.probe.Ping;
import dev.netjig.probe.UdpProbe;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Counted;
import dev.netjig.suites.support.Recipe;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** Red knows only its own network: its kernel refuses to send. */
@Internet
@Scenario(id = "B4", title = "without a default route red's own kernel refuses 8.8.8.8: Network is unreachable")
class NoDefaultRoute {

    @Test
    @TwoNamespacesOnABridge
    void nothing_is_sent(@Netns("red") NetworkNamespace red) {
        Explanation explanation = assertThat(red).cannotReach("8.8.8.8").because(networkUnreachable("red"));

        assertThat(explanation.path()).isEmpty();
    }

    @Test
    @TwoNamespacesOnABridge
    void a_program_gets_enetunreach(@Netns("red") NetworkNamespace red) {
        assertThat(Ping.of(red, "8.8.8.8").send()).isRefusedWith(Errno.ENETUNREACH);
        assertThat(red).routeTo("8.8.8.8").isRefusedWith(Errno.ENETUNREACH);
        assertThat(red).hasNoRoute("default");
    }

    /** For UDP; a raw socket is refused as well, but nothing counts it. */
    @Test
    @TwoNamespacesOnABridge
    void the_kernel_counts_it(@Netns("red") NetworkNamespace red) {
        Counted counted = Counted.in(red);
        assertThat(UdpProbe.of(red, "8.8.8.8", 53).send()).failsWith(Errno.ENETUNREACH);

        assertThat(counted.by("IpOutNoRoutes")).isEqualTo(1);
    }

    @Test
    void by_hand(@Netns("node") NetworkNamespace node) {
        Recipe.Outcome ping = DocumentCommands.type(node)
                .type("ip netns exec red ping -c 1 8.8.8.8")
                .step(1);

        assertThat(ping.exitCode()).isEqualTo(2);
        assertThat(ping.output()).endsWith("Network is unreachable");
    }
}
