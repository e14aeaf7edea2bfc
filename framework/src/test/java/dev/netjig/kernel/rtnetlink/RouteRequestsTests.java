package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.rtnetlink.Requests.assertAskedAs;
import static dev.netjig.kernel.rtnetlink.Requests.assertSentAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.RouteType;
import java.net.InetAddress;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RouteRequestsTests {

    private static final OptionalInt NO_DEVICE = OptionalInt.empty();
    private static final OptionalInt VETH2_R = OptionalInt.of(2);

    private static RouteSpec.Builder to(String destination) {
        return RouteSpec.builder().netns("red").to(destination);
    }

    private static InetAddress ip(String literal) {
        return IpLiteral.parse(literal);
    }

    @Nested
    class Add {

        @Test
        void a_default_route_as_ip_does() {
            assertSentAs(
                    "add-route-default",
                    RouteRequests.add(to("default").via("192.168.0.1").build(), NO_DEVICE));
        }

        @Test
        void a_route_with_source_metric_and_hoplimit_as_ip_does() {
            RouteSpec route = to("10.1.0.0/16")
                    .via("192.168.0.1")
                    .src("192.168.0.2")
                    .metric(50)
                    .hoplimit(9)
                    .build();

            assertSentAs("add-route-hoplimit", RouteRequests.add(route, NO_DEVICE));
        }

        @Test
        void a_route_with_everything_in_a_table_over_255_as_ip_does() {
            RouteSpec route = to("10.1.0.0/16")
                    .via("192.168.0.1")
                    .dev("veth2-r")
                    .src("192.168.0.2")
                    .table(1000)
                    .metric(50)
                    .hoplimit(9)
                    .build();

            assertSentAs("add-route-all-options", RouteRequests.add(route, VETH2_R));
        }

        @Test
        void a_route_to_neighbours_with_the_scope_that_ip_gives_it() {
            RouteSpec route = to("10.8.0.0/16").dev("veth2-r").table(100).build();

            assertSentAs("add-route-device", RouteRequests.add(route, VETH2_R));
        }

        @Test
        void a_blackhole_as_ip_does() {
            assertSentAs(
                    "add-route-blackhole",
                    RouteRequests.add(
                            to("10.3.0.0/16").type(RouteType.BLACKHOLE).build(), NO_DEVICE));
        }

        @Test
        void an_unreachable_route_as_ip_does() {
            assertSentAs(
                    "add-route-unreachable",
                    RouteRequests.add(
                            to("10.4.0.0/16").type(RouteType.UNREACHABLE).build(), NO_DEVICE));
        }

        @Test
        void a_prohibit_route_as_ip_does() {
            assertSentAs(
                    "add-route-prohibit",
                    RouteRequests.add(to("10.5.0.0/16").type(RouteType.PROHIBIT).build(), NO_DEVICE));
        }

        @Test
        void an_ipv4_route_with_an_ipv6_gateway_as_ip_does() {
            RouteSpec route =
                    to("10.7.0.0/16").via("2001:db8::1").dev("veth2-r").build();

            assertSentAs("add-route-via-inet6", RouteRequests.add(route, VETH2_R));
        }

        @Test
        void an_ipv6_default_route_as_ip_does() {
            assertSentAs(
                    "add-route6-default",
                    RouteRequests.add(to("default").via("2001:db8::1").build(), NO_DEVICE));
        }

        @Test
        void an_ipv6_blackhole_as_ip_does() {
            RouteSpec route = to("2001:db8:5::/48").type(RouteType.BLACKHOLE).build();

            assertSentAs("add-route6-blackhole", RouteRequests.add(route, NO_DEVICE));
        }

        @Test
        void says_what_it_is_for() {
            assertThat(RouteRequests.add(to("default").via("192.168.0.1").build(), NO_DEVICE))
                    .extracting("operation", "object")
                    .containsExactly("add route", "default via 192.168.0.1");
        }
    }

    @Nested
    class Delete {

        @Test
        void a_default_route_as_ip_does() {
            assertSentAs(
                    "delete-route",
                    RouteRequests.delete(to("default").via("192.168.0.1").build(), NO_DEVICE));
        }

        @Test
        void a_blackhole_as_ip_does() {
            RouteSpec route = to("10.3.0.0/16").type(RouteType.BLACKHOLE).build();

            assertSentAs("delete-route-blackhole", RouteRequests.delete(route, NO_DEVICE));
        }
    }

    @Nested
    class Get {

        @Test
        void asks_as_ip_does() {
            assertAskedAs("route-get", RouteRequests.get(RouteQuery.to(ip("8.8.8.8"))));
        }

        @Test
        void asks_for_ipv6_as_ip_does() {
            assertAskedAs("route6-get", RouteRequests.get(RouteQuery.to(ip("2001:db8::1"))));
        }

        @Test
        void asks_for_the_matching_route_as_ip_does() {
            assertAskedAs(
                    "route-get-fibmatch",
                    RouteRequests.get(RouteQuery.to(ip("10.1.2.3")).matchingRoute()));
        }

        @Test
        void asks_for_a_packet_with_source_device_and_mark_as_ip_does() {
            RouteQuery query =
                    RouteQuery.to(ip("10.1.2.3")).from(ip("192.168.0.2")).oif(2).mark(7);

            assertAskedAs("route-get-all-options", RouteRequests.get(query));
        }

        @Test
        void asks_for_a_packet_that_came_in_as_ip_does() {
            RouteQuery query =
                    RouteQuery.to(ip("192.168.0.2")).from(ip("10.0.0.5")).iif(2);

            assertAskedAs("route-get-forwarded", RouteRequests.get(query));
        }

        @Test
        void says_what_it_asks_for() {
            RouteQuery query = RouteQuery.to(ip("8.8.8.8"))
                    .from(ip("10.0.0.5"))
                    .iif(2)
                    .oif(3)
                    .mark(7)
                    .matchingRoute();

            assertThat(RouteRequests.get(query).object())
                    .isEqualTo("fibmatch 8.8.8.8 from 10.0.0.5 iif #2 oif #3 mark 7");
        }
    }
}
