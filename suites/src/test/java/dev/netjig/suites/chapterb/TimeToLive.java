package dev.netjig.suites.chapterb;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.ttlExpired;
import static dev.netjig.topology.FirewallBackend.IPTABLES_NFT;

import dev.netjig.jupiter.Address;
import dev.netjig.jupiter.FirewallRule;
import dev.netjig.jupiter.Masquerade;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.Route;
import dev.netjig.jupiter.Sysctl;
import dev.netjig.jupiter.VethPair;
import dev.netjig.probe.Ping;
import dev.netjig.suites.scenario.Scenario;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.topology.Topology;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The document's ttl=103, and what it says about the way.
 *
 * <p>103 for red and 104 for the node: the difference of one is the node, which routed red's packet. What begins with 128
 * has come through 24 routers by then, what begins with 104 through none; the number alone does not tell.
 */
class TimeToLive {

    private static final String OUTSIDE = "8.8.8.8";

    @Nested
    @ReachingTheInternet
    @Scenario(id = "B6.4", title = "red's request needs ttl 2: the node is the one router on the way")
    class OfTheRequest {

        private static final int TIME_EXCEEDED = 11;

        @Test
        void one_is_not_enough(@Netns("red") NetworkNamespace red) {
            assertThat(Ping.of(red, OUTSIDE).ttl(1).send()).hasIcmpError(TIME_EXCEEDED, 0, "192.168.0.1");
            assertThat(red).cannotReach(Ping.of(red, OUTSIDE).ttl(1)).because(ttlExpired("node"));
        }

        @Test
        void two_is(@Netns("red") NetworkNamespace red) {
            assertThat(Ping.of(red, OUTSIDE).ttl(2).send()).isAnsweredWithTtl(103);
        }
    }

    @Nested
    @Scenario(id = "B6.5", title = "ttl 103 for red and 104 for the node, by four different worlds outside")
    class OfTheAnswer {

        @Test
        @ReachingTheInternet
        void from_a_host_that_begins_with_104(
                @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
            assertThat(node).canReach(OUTSIDE).withTtl(104);
        }

        @Test
        @ReachingTheInternet
        @Sysctl(netns = "internet", key = "net.ipv4.ip_default_ttl", value = "64")
        @Route(netns = "internet", to = "10.0.0.2", dev = "eth0", hoplimit = 104)
        void from_a_host_whose_route_back_says_104(
                @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
            assertThat(node).canReach(OUTSIDE).withTtl(104);
        }

        @Test
        @ARouterThatCountsFor24
        void from_a_host_that_begins_with_128_behind_a_router_that_counts_for_24(
                @Netns("red") NetworkNamespace red, @Netns("node") NetworkNamespace node) {
            assertThat(red).canReach(OUTSIDE).withTtl(103);
            assertThat(node).canReach(OUTSIDE).withTtl(104);
        }

        @Test
        void from_a_host_that_begins_with_128_behind_24_routers() {
            try (Testbed testbed = Testbed.create(behindRouters(24))) {
                assertThat(testbed.netns("red")).canReach(OUTSIDE).withTtl(103);
                assertThat(testbed.node()).canReach(OUTSIDE).withTtl(104);
            }
        }
    }

    /** 8.8.8.8 at the end of a chain: the node is 0, the routers are 1 to {@code count}, the host is the last. */
    private static Topology behindRouters(int count) {
        Topology.Builder chain = Networks.twoNamespacesOnABridge()
                .route(r -> r.netns("red").to("default").via("192.168.0.1"))
                .sysctl("node", "net.ipv4.ip_forward", "1")
                .masquerade(m -> m.source("192.168.0.0/24").oifname("! br0"));
        for (int i = 1; i <= count + 1; i++) {
            boolean last = i == count + 1;
            String before = i == 1 ? "node" : "router" + (i - 1);
            String here = last ? "host" : "router" + i;
            String near = "10.0." + i + ".1";
            String far = "10.0." + i + ".2";
            chain.netns(here)
                    .vethPair(
                            "down",
                            v -> v.netns(before)
                                    .address(near + "/24")
                                    .peer("up", p -> p.netns(here).address(far + "/24")))
                    .route(r -> r.netns(before).to(OUTSIDE).via(far))
                    .route(r -> r.netns(here).to("10.0.0.0/16").via(near));
            if (!last) {
                chain.sysctl(here, "net.ipv4.ip_forward", "1");
            }
        }
        return chain.address("host", "lo", OUTSIDE + "/32")
                .sysctl("host", "net.ipv4.ip_default_ttl", "128")
                .build();
    }

    /** One router takes its own 1 and another 23 off. */
    @Retention(RetentionPolicy.RUNTIME)
    @TwoNamespacesOnABridge
    @DefaultRoutes
    @Sysctl(key = "net.ipv4.ip_forward", value = "1")
    @Masquerade(source = "192.168.0.0/24", oifname = "! br0")
    @Netns("router")
    @Netns("host")
    @VethPair(
            name = "eth0",
            address = "10.0.0.2/24",
            peer = @Peer(name = "eth0", netns = "router", address = "10.0.0.1/24"))
    @VethPair(
            name = "eth1",
            netns = "router",
            address = "10.0.1.1/24",
            peer = @Peer(name = "eth0", netns = "host", address = "10.0.1.2/24"))
    @Route(via = "10.0.0.1")
    @Route(netns = "router", to = OUTSIDE, via = "10.0.1.2")
    @Route(netns = "host", to = "10.0.0.0/24", via = "10.0.1.1")
    @Address(netns = "host", dev = "lo", value = OUTSIDE + "/32")
    @Sysctl(netns = "router", key = "net.ipv4.ip_forward", value = "1")
    @Sysctl(netns = "host", key = "net.ipv4.ip_default_ttl", value = "128")
    @FirewallRule(netns = "router", backend = IPTABLES_NFT, raw = "-t mangle -A FORWARD -j TTL --ttl-dec 23")
    @interface ARouterThatCountsFor24 {}
}
