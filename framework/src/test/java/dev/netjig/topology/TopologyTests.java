package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopologyTests {

    private static final Origin ANNOTATION = new Origin("@Bridge(name = \"br0\")", "class Two");

    private static Topology.Builder twoNamespaces() {
        return Topology.builder()
                .netns("red")
                .netns("blue")
                .bridge("br0", b -> b.address("192.168.0.1/24"))
                .vethPair("veth1-r", v -> v.master("br0").peer("veth2-r", p -> p.netns("red")))
                .route(r -> r.netns("red").to("192.168.0.0/24").dev("veth2-r"));
    }

    @Test
    void the_empty_topology_has_the_node() {
        Topology empty = Topology.builder().build();
        assertThat(empty.namespaces()).containsExactly("node");
        assertThat(empty.declarations()).isEmpty();
    }

    @Test
    void node_comes_first_then_the_declared_order() {
        assertThat(Topology.builder()
                        .netns("red")
                        .netns("node")
                        .netns("blue")
                        .build()
                        .namespaces())
                .containsExactly("node", "red", "blue");
    }

    @Test
    void equal_wishes_make_equal_topologies() {
        assertThat(twoNamespaces().build())
                .isEqualTo(twoNamespaces().build())
                .hasSameHashCodeAs(twoNamespaces().build());
    }

    @Test
    void who_asked_for_it_does_not_count() {
        BridgeSpec bridge = BridgeSpec.builder("br0").build();
        assertThat(Topology.builder().add(bridge, ANNOTATION).build())
                .isEqualTo(Topology.builder().bridge("br0", b -> {}).build());
    }

    @Test
    void order_between_kinds_does_not_count() {
        Topology routeFirst = Topology.builder()
                .route(r -> r.netns("red").to("192.168.0.0/24").dev("veth2-r"))
                .vethPair("veth1-r", v -> v.master("br0").peer("veth2-r", p -> p.netns("red")))
                .bridge("br0", b -> b.address("192.168.0.1/24"))
                .netns("red")
                .netns("blue")
                .build();
        assertThat(routeFirst).isEqualTo(twoNamespaces().build());
        assertThat(routeFirst.plan().steps().stream().map(Object::toString))
                .containsExactlyElementsOf(twoNamespaces().build().plan().steps().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void order_within_a_kind_counts() {
        assertThat(Topology.builder().netns("blue").netns("red").build())
                .isNotEqualTo(Topology.builder().netns("red").netns("blue").build());
    }

    @Test
    void finds_specs_and_declarations_by_kind() {
        Topology topology = twoNamespaces().build();
        assertThat(topology.all(NetnsSpec.class)).extracting(NetnsSpec::name).containsExactly("red", "blue");
        assertThat(topology.all(MasqueradeSpec.class)).isEmpty();
        assertThat(topology.declared(BridgeSpec.class))
                .containsExactly(new Declared<>(
                        BridgeSpec.builder("br0").address("192.168.0.1/24").build(),
                        new Origin("bridge(\"br0\")", "Topology.builder()")));
    }

    @Test
    void prints_one_declaration_a_line() {
        assertThat(twoNamespaces().build()).hasToString("""
                        netns red
                        netns blue
                        bridge node/br0 192.168.0.1/24
                        veth node/veth1-r master br0 <-> red/veth2-r
                        route red 192.168.0.0/24 dev veth2-r""");
    }

    @Test
    void the_same_topology_has_the_same_plan_and_text() {
        Topology topology = twoNamespaces().build();
        assertThat(topology.plan()).isEqualTo(twoNamespaces().build().plan());
        assertThat(topology.toShellScript()).isEqualTo(twoNamespaces().build().toShellScript());
    }

    @Test
    void a_builder_that_builds_twice_builds_the_same() {
        Topology.Builder builder = twoNamespaces();
        assertThat(builder.build()).isEqualTo(builder.build());
    }

    @Test
    void a_built_topology_does_not_change_with_its_builder() {
        Topology.Builder builder = Topology.builder();
        Topology before = builder.build();
        builder.netns("red");
        assertThat(before.namespaces()).containsExactly("node");
    }
}
