package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noRoute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.suites.support.Counted;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** Red has a default route, the node has none: now it is the node that says so, with an ICMP error. */
@TwoNamespacesOnABridge
@DefaultRoutes
@Sysctl(key = "net.ipv4.ip_forward", value = "1")
@Scenario(id = "B4.1", title = "a node without a default route answers Destination Net Unreachable")
class NodeWithoutRoute {

    private static final int DESTINATION_UNREACHABLE = 3;
    private static final int NET_UNREACHABLE = 0;

    @Test
    void the_node_is_where_it_ends(@Netns("red") NetworkNamespace red) {
        assertThat(red).cannotReach("8.8.8.8").because(noRoute("node"));
    }

    @Test
    void red_is_told(@Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
        Counted counted = Counted.in(node);

        assertThat(Ping.of(red, "8.8.8.8").send())
                .hasIcmpError(DESTINATION_UNREACHABLE, NET_UNREACHABLE, "192.168.0.1");
        assertThat(counted.by("IpExtInNoRoutes")).isEqualTo(1);
        assertThat(red.exec("ping", "-c", "1", "-W", "1", "8.8.8.8").stdout())
                .contains("From 192.168.0.1 icmp_seq=1 Destination Net Unreachable");
    }
}
