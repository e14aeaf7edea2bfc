package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChecksTests {

    @Test
    void a_master_must_be_a_bridge_of_the_same_namespace() {
        Origin origin = new Origin("@VethPair(name = \"veth1-r\")", "class X");
        VethPairSpec pair =
                VethPairSpec.builder("veth1-r").master("br1").peer("p", p -> {}).build();
        assertThat(Problems.of(Topology.builder().bridge("br0", b -> {}).add(pair, origin)))
                .containsExactly("@VethPair(name = \"veth1-r\") on class X: element master: \"br1\" is no bridge in"
                        + " namespace node; declared there: br0; did you mean \"br0\"?");
    }

    @Test
    void a_veth_end_is_no_bridge() {
        assertThat(Problems.of(Topology.builder()
                        .vethPair("a", v -> v.peer("b", p -> {}))
                        .vethPair("c", v -> v.master("a").peer("d", p -> {}))))
                .containsExactly(
                        "vethPair(\"c\") on Topology.builder(): element master: \"a\" is no bridge in namespace"
                                + " node; declared there: none");
    }

    @Test
    void a_bridge_of_another_namespace_is_no_master() {
        assertThat(Problems.of(Topology.builder()
                        .netns("red")
                        .bridge("br0", b -> {})
                        .vethPair("a", v -> v.peer("b", p -> p.netns("red").master("br0")))))
                .containsExactly("vethPair(\"a\") on Topology.builder(): element peer.master: \"br0\" is no bridge in"
                        + " namespace red; declared there: none (but in node; a port lives where its bridge lives)");
    }

    @Test
    void a_bridge_is_no_port_of_its_own() {
        assertThat(Problems.of(
                        Topology.builder().vethPair("br0", v -> v.master("br0").peer("b", p -> {}))))
                .containsExactly(
                        "vethPair(\"br0\") on Topology.builder(): element master: \"br0\" is the device itself;"
                                + " a bridge is no port of its own");
    }

    @Test
    void a_name_is_unique_among_all_devices_of_a_namespace() {
        assertThat(Problems.of(Topology.builder()
                        .bridge("x", b -> {})
                        .vethPair("y", v -> v.peer("x", p -> {}))
                        .vethPair("y", v -> v.peer("z", p -> {}))))
                .containsExactly(
                        "vethPair(\"y\") on Topology.builder(): element peer.name: \"x\" is declared twice in namespace"
                                + " node; declared already by bridge(\"x\") on Topology.builder()",
                        "vethPair(\"y\") on Topology.builder(): element name: \"y\" is declared twice in namespace node;"
                                + " declared already by vethPair(\"y\") on Topology.builder()");
    }

    @Test
    void the_ends_of_a_pair_in_one_namespace_need_two_names() {
        assertThat(Problems.of(Topology.builder().vethPair("a", v -> v.peer("a", p -> {}))))
                .containsExactly("vethPair(\"a\") on Topology.builder(): element peer.name: \"a\" is declared twice in"
                        + " namespace node; declared already by vethPair(\"a\") on Topology.builder()");
    }

    @Test
    void namespaces_may_have_devices_of_the_same_name() {
        assertThat(Problems.of(Topology.builder()
                        .netns("red")
                        .vethPair("eth0", v -> v.peer("eth0", p -> p.netns("red")))))
                .isEmpty();
    }

    @Test
    void lo_exists_already() {
        assertThat(Problems.of(Topology.builder().bridge("lo", b -> {})))
                .containsExactly("bridge(\"lo\") on Topology.builder(): element name: \"lo\" exists in every namespace;"
                        + " any other name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "default"})
    void names_of_sysctl_directories_are_reserved(String name) {
        assertThat(Problems.of(Topology.builder().bridge(name, b -> {})))
                .containsExactly(
                        "bridge(\"%1$s\") on Topology.builder(): element name: \"%1$s\" is a name that the kernel"
                                .concat(
                                        " keeps for itself; any other name: /proc/sys/net/ipv4/conf/%1$s exists already")
                                .formatted(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {68, 1500, 65535})
    void takes_mtus_that_veth_takes(int mtu) {
        assertThat(Problems.of(Topology.builder().vethPair("a", v -> v.mtu(mtu).peer("b", p -> {}))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 67, 65536})
    void refuses_other_mtus(int mtu) {
        assertThat(Problems.of(Topology.builder().vethPair("a", v -> v.mtu(mtu).peer("b", p -> {}))))
                .containsExactly("vethPair(\"a\") on Topology.builder(): element mtu: \"" + mtu
                        + "\" is out of range; 68 to 65535 bytes");
    }

    @Test
    void refuses_ethernet_addresses_of_groups() {
        assertThat(Problems.of(Topology.builder().vethPair("a", v -> v.peer("b", p -> p.mac("01:00:5e:00:00:01")))))
                .containsExactly("vethPair(\"a\") on Topology.builder(): element peer.mac: \"01:00:5e:00:00:01\" is no"
                        + " unicast address; a device's first byte is even and not all is zero");
    }
}
