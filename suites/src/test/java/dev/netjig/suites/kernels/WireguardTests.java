package dev.netjig.suites.kernels;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.CommandResult;
import dev.netjig.testbed.NetworkNamespace;
import org.junit.jupiter.api.Test;

/** WireGuard as far as it goes without keys: netjig sees the device, and a packet into it goes nowhere. */
@Netns("red")
@Netns("blue")
@VethPair(
        name = "wire",
        netns = "red",
        address = "10.0.0.1/24",
        peer = @Peer(name = "wire", netns = "blue", address = "10.0.0.2/24"))
@NeedsLinkKind("wireguard")
class WireguardTests {

    @Test
    void its_device_is_a_link_like_others(@Netns("red") NetworkNamespace red) {
        tunnel(red);

        assertThat(red).link("wg0").isUp().hasMtu(1420);
        assertThat(red.link("wg0").kind()).contains("wireguard");
        assertThat(red).routeTo("10.8.0.2").dev("wg0");
    }

    @Test
    void without_a_peer_it_refuses_packets(@Netns("red") NetworkNamespace red) {
        tunnel(red);

        CommandResult ping = red.exec("ping", "-c", "1", "-W", "1", "10.8.0.2");

        assertThat(ping.stdout() + ping.stderr())
                .containsAnyOf("Required key not available", "Destination Host Unreachable");
    }

    private static void tunnel(NetworkNamespace host) {
        host.shell("ip link add wg0 type wireguard && ip address add 10.8.0.1/24 dev wg0 && ip link set wg0 up")
                .orThrow();
    }
}
