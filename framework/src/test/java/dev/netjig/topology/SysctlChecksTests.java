package dev.netjig.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SysctlChecksTests {

    private static List<String> problems(String key, String value) {
        return Problems.of(Topology.builder()
                .bridge("br0", b -> {})
                .bridge("eth0.100", b -> {})
                .sysctl("node", key, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net.ipv4.ip_forward",
                "net.ipv4.conf.all.rp_filter",
                "net.ipv6.conf.default.accept_ra",
                "net.ipv4.conf.br0.forwarding",
                "net.ipv4.conf.lo.forwarding",
                "net.ipv4.conf.eth0/100.forwarding",
                "net.ipv6.neigh.br0.gc_stale_time",
                "net.bridge.bridge-nf-call-iptables"
            })
    void takes_keys_below_net(String key) {
        assertThat(problems(key, "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel.pid_max", "vm.swappiness", "network.ipv4", "net"})
    void refuses_keys_of_the_whole_machine(String key) {
        assertThat(problems(key, "1"))
                .containsExactly(
                        "sysctl(\"node\", \"%1$s\", \"1\") on Topology.builder(): element key: \"%1$s\" is not one"
                                .concat(
                                        " per network namespace; keys below net.; any other would change the whole machine")
                                .formatted(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "net..ip_forward", ".net.ipv4", "net.ipv4.", "net.//.//.x", "net./", "net.a b", "net.a=b"})
    void refuses_what_is_no_key(String key) {
        assertThat(problems(key, "1"))
                .singleElement()
                .asString()
                .contains("element key: ")
                .endsWith("write names with dots between them, as sysctl -w does: net.ipv4.ip_forward");
    }

    @Test
    void the_device_of_a_key_must_be_declared() {
        assertThat(problems("net.ipv4.conf.br1.forwarding", "1"))
                .containsExactly(
                        "sysctl(\"node\", \"net.ipv4.conf.br1.forwarding\", \"1\") on Topology.builder(): element"
                                + " key: \"net.ipv4.conf.br1.forwarding\" names \"br1\", which is no device in namespace node;"
                                + " declared there: lo, br0, eth0.100; did you mean \"br0\"? (besides all and default)");
    }

    @Test
    void a_value_is_needed() {
        assertThat(problems("net.ipv4.ip_forward", " "))
                .containsExactly(
                        "sysctl(\"node\", \"net.ipv4.ip_forward\", \" \") on Topology.builder(): element value:"
                                + " missing; a text that the key takes: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "net.ipv4.ip_forward, net/ipv4/ip_forward",
        "net.ipv4.conf.eth0/100.forwarding, net/ipv4/conf/eth0.100/forwarding"
    })
    void knows_the_file(String key, String path) {
        assertThat(new SysctlSpec("node", key, "1").path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "net.ipv4.conf.br0.forwarding, br0",
        "net.ipv4.conf.eth0/100.forwarding, eth0.100",
        "net.ipv6.neigh.br0.gc_stale_time, br0"
    })
    void knows_the_device(String key, String device) {
        assertThat(new SysctlSpec("node", key, "1").device()).contains(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.ipv4.conf.all.forwarding", "net.ipv4.conf.default.forwarding", "net.ipv4.ip_forward"})
    void knows_that_there_is_no_device(String key) {
        assertThat(new SysctlSpec("node", key, "1").device()).isEmpty();
    }
}
