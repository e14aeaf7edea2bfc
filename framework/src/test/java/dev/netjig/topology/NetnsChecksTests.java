package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetnsChecksTests {

    private static final String ALLOWED =
            "a namespace name has 1 to 255 of the characters A-Z a-z 0-9 _ . -, no - at its begin, and is not . or ..";

    @ParameterizedTest
    @ValueSource(strings = {"red", "Red_1.a-b", ".hidden", "7"})
    void takes_names_that_ip_netns_takes(String name) {
        assertThat(Problems.of(Topology.builder().netns(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "a b", "-x", "빨강", "a\nb", "a;b", "a$b"})
    void refuses_other_names(String name) {
        assertThat(Problems.of(Topology.builder().netns(name)))
                .containsExactly("netns(\"" + name + "\") on Topology.builder(): element name: \"" + name
                        + "\" is no namespace name; " + ALLOWED);
    }

    @Test
    void refuses_the_empty_name() {
        assertThat(Problems.of(Topology.builder().netns("")))
                .containsExactly("netns(\"\") on Topology.builder(): element name: empty; " + ALLOWED);
    }

    @Test
    void refuses_names_longer_than_a_file_name() {
        assertThat(Problems.of(Topology.builder().netns("r".repeat(255)))).isEmpty();
        assertThat(Problems.of(Topology.builder().netns("r".repeat(256))))
                .singleElement()
                .asString()
                .endsWith("is 256 bytes long; " + ALLOWED);
    }

    @Test
    void refuses_a_second_namespace_of_one_name() {
        assertThat(Problems.of(Topology.builder().netns("red").netns("red", n -> n.lo(false))))
                .containsExactly("netns(\"red\") on Topology.builder(): element name: \"red\" is declared twice;"
                        + " declared already by netns(\"red\") on Topology.builder()");
    }

    @Test
    void node_may_be_declared_once_for_its_loopback_device() {
        assertThat(Problems.of(Topology.builder().netns("node", n -> n.lo(false))))
                .isEmpty();
        assertThat(Problems.of(Topology.builder().netns("node").netns("node"))).hasSize(1);
    }

    @Test
    void every_declaration_must_name_a_declared_namespace() {
        assertThat(Problems.of(Topology.builder()
                        .netns("red")
                        .bridge("br0", b -> b.netns("redd"))
                        .vethPair("v", v -> v.netns("x").peer("w", p -> p.netns("y")))
                        .address("bleu", "lo", "10.0.0.1")
                        .route(r -> r.netns("bleu").to("default").dev("lo"))
                        .sysctl("bleu", "net.ipv4.conf.w.rp_filter", "1")
                        .chainPolicy(c -> c.netns("bleu").chain(Chain.INPUT).policy(Policy.DROP))
                        .masquerade(m -> m.netns("bleu").source("default").oifname("w"))
                        .rule(r ->
                                r.netns("bleu").chain(Chain.INPUT).iifname("w").target(Target.DROP))
                        .rawRule("bleu", "drop")))
                .hasSize(10)
                .startsWith("bridge(\"br0\") on Topology.builder(): element netns: \"redd\" is no declared namespace;"
                        + " declared: node, red; did you mean \"red\"?")
                .contains("vethPair(\"v\") on Topology.builder(): element peer.netns: \"y\" is no declared namespace;"
                        + " declared: node, red")
                .allMatch(problem -> problem.contains("is no declared namespace"));
    }
}
