package dev.netjig.suites.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Bridge;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison that sees nothing would call any two networks equal: each change of a network must show. */
@Netns("red")
@Bridge(name = "br0", address = "192.168.0.1/24")
@VethPair(name = "veth1-r", master = "br0", peer = @Peer(name = "veth2-r", netns = "red", address = "192.168.0.2/24"))
class KernelStateTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip link add name br1 type bridge",
                "ip link set dev veth1-r nomaster",
                "ip link set dev veth1-r down",
                "ip link set dev br0 mtu 1400",
                "ip -n red link set dev veth2-r name eth0",
                "ip address add 192.168.0.9/24 dev br0",
                "ip -n red address del 192.168.0.2/24 dev veth2-r",
                "ip -n red route add default via 192.168.0.1",
                "ip route add blackhole 172.16.0.0/12",
                "ip route add 172.16.0.0/12 via 192.168.0.2 table 7",
                "iptables-nft -P FORWARD DROP",
                "iptables-legacy -P INPUT DROP",
                "iptables-nft -t nat -A POSTROUTING -s 192.168.0.0/24 ! -o br0 -j MASQUERADE",
                "ip netns exec red nft 'add table ip t; add chain ip t c { type filter hook input priority 0; policy"
                        + " drop; }'"
            })
    void a_change_shows(String command, Testbed testbed) {
        List<String> before = KernelState.of(testbed.namespaces());
        testbed.node().shell(command).orThrow();

        assertThat(KernelState.of(testbed.namespaces())).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.ipv4.ip_forward", "net.ipv4.conf.br0.rp_filter", "net.ipv4.conf.veth1-r.proxy_arp"})
    void a_setting_shows(String key, @Netns("node") NetworkNamespace node) {
        List<String> before = KernelState.forwarding(node);
        node.sysctl(key, "1");

        assertThat(KernelState.forwarding(node)).isNotEqualTo(before);
    }

    @Test
    void the_same_network_made_again_is_equal(Testbed testbed) {
        try (Testbed again = Testbed.create(testbed.topology())) {
            assertThat(KernelState.of(again.namespaces())).isEqualTo(KernelState.of(testbed.namespaces()));
        }
    }

    /** Who set a policy, and that a chain is there at all, makes no difference; what it does to packets does. */
    @Test
    void an_accepting_chain_is_none(Testbed testbed) {
        List<String> before = KernelState.of(testbed.namespaces());
        testbed.node()
                .shell("iptables-nft -P FORWARD ACCEPT; iptables-legacy -P FORWARD ACCEPT")
                .orThrow();

        assertThat(KernelState.of(testbed.namespaces())).isEqualTo(before);
    }
}
