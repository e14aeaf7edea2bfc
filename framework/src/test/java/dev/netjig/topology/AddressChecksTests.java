package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressChecksTests {

    private static Topology.Builder bridge(String... addresses) {
        return Topology.builder().bridge("br0", b -> b.address(addresses));
    }

    @Test
    void the_device_must_be_declared() {
        assertThat(Problems.of(bridge().address("node", "br1", "10.0.0.1/8")))
                .containsExactly(
                        "address(\"node\", \"br1\", \"10.0.0.1/8\") on Topology.builder(): element dev: \"br1\" is"
                                + " no device in namespace node; declared there: lo, br0; did you mean \"br0\"?");
    }

    @Test
    void lo_takes_addresses_in_every_namespace() {
        assertThat(Problems.of(Topology.builder()
                        .netns("internet")
                        .address("internet", "lo", "8.8.8.8")
                        .address("node", "lo", "8.8.8.8")))
                .isEmpty();
    }

    @Test
    void an_address_is_added_to_a_device_once() {
        assertThat(Problems.of(bridge("10.0.0.1/8").address("node", "br0", "10.0.0.1/8")))
                .containsExactly("address(\"node\", \"br0\", \"10.0.0.1/8\") on Topology.builder(): element address:"
                        + " \"10.0.0.1/8\" is on br0 in namespace node already;"
                        + " added once, here by bridge(\"br0\") on Topology.builder()");
    }

    @Test
    void ipv4_addresses_differ_by_their_prefix_length() {
        assertThat(Problems.of(bridge("10.0.0.1/8", "10.0.0.1/32"))).isEmpty();
    }

    @Test
    void ipv6_addresses_do_not_differ_by_their_prefix_length() {
        assertThat(Problems.of(bridge("fd00::1/64", "fd00::1/128"))).hasSize(1);
    }

    @Test
    void two_devices_may_have_one_address() {
        assertThat(Problems.of(bridge("10.0.0.1/8").bridge("br1", b -> b.address("10.0.0.1/8"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1/8", "::1/128"})
    void lo_has_its_own_addresses_when_it_is_up(String address) {
        assertThat(Problems.of(Topology.builder().address("node", "lo", address)))
                .containsExactly(
                        "address(\"node\", \"lo\", \"%1$s\") on Topology.builder(): element address: \"%1$s\" is"
                                .concat(" on lo in namespace node already;")
                                .concat(" added once, here by the kernel on every loopback device that is up")
                                .formatted(address));
        assertThat(Problems.of(
                        Topology.builder().netns("node", n -> n.lo(false)).address("node", "lo", address)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "0.0.0.0/24", "::/64"})
    void a_device_needs_an_address_of_a_host(String address) {
        assertThat(Problems.of(bridge(address)))
                .singleElement()
                .asString()
                .endsWith("is no address of a device; write a host's address: 192.168.0.1/24");
    }
}
