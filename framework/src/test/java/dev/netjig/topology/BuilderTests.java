package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BuilderTests {

    @Test
    void tells_every_element_that_cannot_be_read() {
        assertThat(Problems.of(Topology.builder()
                        .bridge(
                                "a-very-long-bridge",
                                b -> b.address("192.168.0.1/24", "192.168.0.256/24")
                                        .mac("x"))
                        .route(r -> r.to("10.0.0.0/33").via("gateway"))))
                .containsExactly(
                        "bridge(\"a-very-long-bridge\") on Topology.builder(): element name: \"a-very-long-bridge\" is 18"
                                + " bytes long; a device name has 1 to 15 bytes (IFNAMSIZ is 16 with its final zero)",
                        "bridge(\"a-very-long-bridge\") on Topology.builder(): element mac: \"x\" is no Ethernet address;"
                                + " write six bytes in hexadecimal: 02:00:00:00:00:01",
                        "bridge(\"a-very-long-bridge\") on Topology.builder(): element address: \"192.168.0.256/24\" is"
                                + " no IP address; write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)",
                        "route(\"10.0.0.0/33\") on Topology.builder(): element to: \"10.0.0.0/33\" has a prefix length of"
                                + " 33; an IPv4 prefix has 0 to 32 bits",
                        "route(\"10.0.0.0/33\") on Topology.builder(): element via: \"gateway\" is no IP address;"
                                + " write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)");
    }

    @Test
    void names_elements_of_the_peer_with_their_path() {
        assertThat(Problems.of(Topology.builder().vethPair("v", v -> v.peer("", p -> p.address("x")))))
                .containsExactly(
                        "vethPair(\"v\") on Topology.builder(): element peer.name: is 0 bytes long;"
                                + " a device name has 1 to 15 bytes (IFNAMSIZ is 16 with its final zero)",
                        "vethPair(\"v\") on Topology.builder(): element peer.address: \"x\" is no IP address;"
                                + " write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)");
    }

    @Test
    void misses_mandatory_elements() {
        assertThat(Problems.of(Topology.builder()
                        .vethPair("v", v -> {})
                        .route(r -> {})
                        .masquerade(m -> {})
                        .chainPolicy(c -> {})
                        .rule(r -> {})))
                .containsExactly(
                        "vethPair(\"v\") on Topology.builder(): element peer: missing;"
                                + " a veth pair needs the name of its other end",
                        "route(\"\") on Topology.builder(): element to: missing;"
                                + " a route needs its destinations: default, 10.0.0.0/8, 10.0.0.1",
                        "masquerade(\"\") on Topology.builder(): element source: missing;"
                                + " name the sources to hide: 192.168.0.0/24, or default for any",
                        "chainPolicy(\"\") on Topology.builder(): element chain: missing;"
                                + " name one of PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING",
                        "chainPolicy(\"\") on Topology.builder(): element policy: missing; name ACCEPT or DROP",
                        "rule(\"\") on Topology.builder(): element chain: missing;"
                                + " name one of PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING",
                        "rule(\"\") on Topology.builder(): element target: missing; name ACCEPT, DROP or REJECT");
    }

    @Test
    void takes_the_empty_text_for_an_element_that_was_left_out() {
        Topology topology = Topology.builder()
                .vethPair(
                        "v",
                        v -> v.master("").mac("").peer("w", p -> p.master("").mac("")))
                .route(r -> r.to("default").via("").dev("v").src(""))
                .masquerade(m -> m.source("default").oifname(""))
                .build();
        assertThat(topology.all(RouteSpec.class).get(0).via()).isEmpty();
    }

    @Test
    void counts_the_problems() {
        assertThatThrownBy(() ->
                        Topology.builder().bridge("", b -> {}).route(r -> {}).build())
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessage("The topology has 2 problems:\n"
                        + "  - bridge(\"\") on Topology.builder(): element name: is 0 bytes long; a device name has 1 to 15"
                        + " bytes (IFNAMSIZ is 16 with its final zero)\n"
                        + "  - route(\"\") on Topology.builder(): element to: missing; a route needs its destinations:"
                        + " default, 10.0.0.0/8, 10.0.0.1");
    }

    @Test
    void tells_a_single_problem_in_one_line() {
        assertThatThrownBy(() -> Topology.builder()
                        .sysctl("red", "net.ipv4.ip_forward", "1")
                        .build())
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessage("The topology is invalid: sysctl(\"red\", \"net.ipv4.ip_forward\", \"1\") on"
                        + " Topology.builder(): element netns: \"red\" is no declared namespace; declared: node");
    }

    @Test
    void reports_what_a_reader_declares_with_the_readers_origin() {
        Origin origin = new Origin("@Bridge(name = \"br0\")", "class Two");
        assertThat(Problems.of(Topology.builder()
                        .declare(
                                origin,
                                () -> BridgeSpec.builder("br0").address("x").build())
                        .declare(origin, () -> new AddressSpec("node", new IfName("/"), Cidr.DEFAULT))
                        .problem(new Problem(origin, new InvalidElement("up", "maybe", "is no boolean", "true")))))
                .containsExactly(
                        "@Bridge(name = \"br0\") on class Two: element address: \"x\" is no IP address;"
                                + " write an IPv4 address (192.168.0.1) or an IPv6 address (2001:db8::1)",
                        "@Bridge(name = \"br0\") on class Two: element value: \"/\" contains '/';"
                                + " a device name is free of '/', ':', '%', white space and control characters",
                        "@Bridge(name = \"br0\") on class Two: element up: \"maybe\" is no boolean; true");
    }

    @Test
    void default_takes_the_family_of_its_gateway() {
        assertThat(RouteSpec.builder().to("default").via("fe80::1").build().dst())
                .isEqualTo(Cidr.DEFAULT_V6);
        assertThat(RouteSpec.builder().to("default").via("10.0.0.1").build().dst())
                .isEqualTo(Cidr.DEFAULT);
    }

    @Test
    void the_chosen_firewall_holds_for_what_follows() {
        Topology topology = Topology.builder()
                .chainPolicy(c -> c.chain(Chain.INPUT).policy(Policy.DROP))
                .firewall(FirewallBackend.IPTABLES_LEGACY)
                .chainPolicy(c -> c.chain(Chain.INPUT).policy(Policy.DROP))
                .rawRule("node", "-A INPUT -j DROP")
                .masquerade(m -> m.source("default").backend(FirewallBackend.IPTABLES_NFT))
                .build();
        assertThat(topology.all(ChainPolicySpec.class))
                .extracting(ChainPolicySpec::backend)
                .containsExactly(FirewallBackend.NFTABLES, FirewallBackend.IPTABLES_LEGACY);
        assertThat(topology.all(FirewallRuleSpec.class))
                .extracting(FirewallRuleSpec::backend)
                .containsExactly(FirewallBackend.IPTABLES_LEGACY);
        assertThat(topology.all(MasqueradeSpec.class))
                .extracting(MasqueradeSpec::backend)
                .containsExactly(FirewallBackend.IPTABLES_NFT);
    }
}
