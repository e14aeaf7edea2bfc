package com.example.network;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.noWayBack;
import static dev.netjig.assertions.Reasons.notForwarding;

import dev.netjig.jupiter.Netns;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

@Office
class FaultTests {

    @Test
    void the_router_forwards_again_when_it_is_told_to(
            @Netns("desk") NetworkNamespace desk, @Netns("node") NetworkNamespace node) {
        node.sysctl("net.ipv4.ip_forward", "0");
        assertThat(desk).cannotReach("10.2.0.2").because(notForwarding("node"));

        node.sysctl("net.ipv4.ip_forward", "1");
        assertThat(desk).canReach("10.2.0.2");
    }

    @Test
    void a_server_that_lost_its_route_cannot_answer(
            @Netns("desk") NetworkNamespace desk, @Netns("server") NetworkNamespace server) {
        server.exec("ip", "route", "del", "default").orThrow();

        assertThat(desk).cannotReach("10.2.0.2").because(noWayBack("server"));
    }
}
