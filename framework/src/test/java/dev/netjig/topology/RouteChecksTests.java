package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RouteChecksTests {

    private static List<String> problems(Consumer<RouteSpec.Builder> route) {
        return Problems.of(Topology.builder().bridge("br0", b -> {}).route(route));
    }

    @Test
    void takes_what_ip_route_takes() {
        assertThat(problems(r -> r.to("default").via("192.168.0.1"))).isEmpty();
        assertThat(problems(r -> r.to("192.168.0.1")
                        .dev("br0")
                        .metric(0)
                        .table(1)
                        .hoplimit(255)
                        .src("10.0.0.1")))
                .isEmpty();
        assertThat(problems(r -> r.to("default").via("fe80::1").dev("br0"))).isEmpty();
        assertThat(problems(r -> r.to("default").type(RouteType.UNREACHABLE))).isEmpty();
    }

    @Test
    void destinations_have_no_host_bits() {
        assertThat(problems(r -> r.to("192.168.0.1/24").dev("br0")))
                .containsExactly(
                        "route(\"192.168.0.1/24\") on Topology.builder(): element to: \"192.168.0.1/24\" has bits"
                                + " set after its prefix; write the network: 192.168.0.0/24");
    }

    @Test
    void a_unicast_route_needs_a_next_hop() {
        assertThat(problems(r -> r.to("default")))
                .containsExactly("route(\"default\") on Topology.builder(): element via: missing;"
                        + " a unicast route needs via, dev or both");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UNICAST")
    void a_route_that_sends_nothing_on_has_no_next_hop(RouteType type) {
        assertThat(problems(r -> r.to("default").type(type).via("10.0.0.1").dev("br0")))
                .containsExactly(
                        "route(\"default\") on Topology.builder(): element via: \"10.0.0.1\" is given for a route of type "
                                + type + "; a route that sends nothing on has neither via nor dev",
                        "route(\"default\") on Topology.builder(): element dev: \"br0\" is given for a route of type "
                                + type + "; a route that sends nothing on has neither via nor dev");
    }

    @Test
    void gateway_and_source_are_of_the_family_of_the_destinations() {
        assertThat(problems(r -> r.to("10.0.0.0/8").via("fe80::1").src("fe80::2")))
                .containsExactly(
                        "route(\"10.0.0.0/8\") on Topology.builder(): element via: \"fe80::1\" is of another family than"
                                + " the destinations 10.0.0.0/8; an IPv4 address",
                        "route(\"10.0.0.0/8\") on Topology.builder(): element src: \"fe80::2\" is of another family than"
                                + " the destinations 10.0.0.0/8; an IPv4 address");
        assertThat(problems(r -> r.to("2001:db8::/32").via("10.0.0.1")))
                .singleElement()
                .asString()
                .endsWith("an IPv6 address");
    }

    @Test
    void the_device_must_be_declared() {
        assertThat(problems(r -> r.to("default").dev("bro")))
                .containsExactly(
                        "route(\"default\") on Topology.builder(): element dev: \"bro\" is no device in namespace"
                                + " node; declared there: lo, br0; did you mean \"br0\"?");
    }

    @Test
    void numbers_have_their_ranges() {
        assertThat(problems(r -> r.to("default").dev("br0").table(0).metric(-1).hoplimit(256)))
                .containsExactly(
                        "route(\"default\") on Topology.builder(): element table: \"0\" is out of range; 1 to 2147483647",
                        "route(\"default\") on Topology.builder(): element metric: \"-1\" is out of range; 0 to 2147483647",
                        "route(\"default\") on Topology.builder(): element hoplimit: \"256\" is out of range; 1 to 255 hops");
    }

    @Test
    void the_kernel_takes_a_route_once() {
        assertThat(Problems.of(Topology.builder()
                        .route(r -> r.to("10.0.0.0/8").via("192.168.0.1"))
                        .route(r -> r.to("10.0.0.0/8")
                                .type(RouteType.BLACKHOLE)
                                .metric(0)
                                .table(254))))
                .containsExactly(
                        "route(\"10.0.0.0/8\") on Topology.builder(): element to: \"10.0.0.0/8\" has a route in"
                                + " namespace node already (the kernel says \"File exists\");"
                                + " another table or metric than in route(\"10.0.0.0/8\") on Topology.builder()");
    }

    @Test
    void table_metric_and_namespace_make_other_routes() {
        assertThat(Problems.of(Topology.builder()
                        .netns("red")
                        .route(r -> r.to("default").via("10.0.0.1"))
                        .route(r -> r.to("default").via("10.0.0.1").metric(1))
                        .route(r -> r.to("default").via("10.0.0.1").table(100))
                        .route(r -> r.to("default").via("10.0.0.1").netns("red"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1023})
    void ipv6_routes_have_metric_1024_by_default(int other) {
        Topology.Builder builder = Topology.builder().route(r -> r.to("default").via("fe80::1"));
        assertThat(Problems.of(builder.route(r -> r.to("default").via("fe80::2").metric(other))))
                .isEmpty();
        assertThat(Problems.of(builder.route(r -> r.to("default").via("fe80::2").metric(1024))))
                .hasSize(1);
    }
}
