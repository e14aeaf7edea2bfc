package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.noNeighbour;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The document never brings lo up in red and blue, and so never sees what their own kernels have to say. */
@TwoNamespacesOnABridge
@Scenario(id = "B2.2", title = "without lo red reaches neither itself nor the ICMP errors of its own kernel")
class WithoutLo {

    private static final String NOBODY = "192.168.0.77";

    @Test
    void red_does_not_reach_itself(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("192.168.0.2").because(linkDown("red", "lo"));
    }

    @Test
    void with_lo_it_does(@Netns("red") NetworkNamespace red) {
        red.linkUp("lo");

        assertThat(red).canReach("192.168.0.2").withTtl(64);
    }

    /** Red gives an unknown neighbour up after three requests, a second apart; here after one, a tenth apart. */
    @Nested
    @Sysctl(netns = "red", key = "net.ipv4.neigh.veth2-r.mcast_solicit", value = "1")
    @Sysctl(netns = "red", key = "net.ipv4.neigh.veth2-r.retrans_time_ms", value = "100")
    class ANeighbourThatIsNotThere {

        private static final int DESTINATION_UNREACHABLE = 3;
        private static final int HOST_UNREACHABLE = 1;

        @Test
        void is_found_out_by_red_alone(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach(NOBODY).because(noNeighbour("red", NOBODY));
        }

        @Test
        void makes_no_error_without_lo(@Netns("red") NetworkNamespace red) {
            assertThat(Ping.of(red, NOBODY).timeout(Duration.ofMillis(500)).send())
                    .isLost();
        }

        @Test
        void is_destination_host_unreachable_with_lo(@Netns("red") NetworkNamespace red) {
            red.linkUp("lo");

            assertThat(Ping.of(red, NOBODY).send())
                    .hasIcmpError(DESTINATION_UNREACHABLE, HOST_UNREACHABLE, "192.168.0.2");
        }
    }
}
