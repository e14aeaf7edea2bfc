package dev.netjig.suites.kernels;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.linkDown;
import static dev.netjig.assertions.Reasons.networkUnreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.jupiter.Netns;
import dev.netjig.jupiter.Peer;
import dev.netjig.jupiter.VethPair;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two hosts on a wire, and on both of its ends a device that a minimal kernel has not. */
@Netns("red")
@Netns("blue")
@VethPair(name = "wire", netns = "red", peer = @Peer(name = "wire", netns = "blue"))
class LinkKindTests {

    @Test
    @NeedsLinkKind("vlan")
    void one_vlan_is_one_network(@Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        vlan(red, 10, "10.0.0.1/24");
        vlan(blue, 10, "10.0.0.2/24");

        assertThat(red).canReach("10.0.0.2").withTtl(64);
        assertThat(red.link("vlan10").kind()).contains("vlan");
    }

    /** netjig knows nothing of what lies under a VLAN: it must say so instead of guessing. */
    @Test
    @NeedsLinkKind("vlan")
    void what_dies_on_a_vlan_is_not_explained_wrongly(
            @Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        vlan(red, 10, "10.0.0.1/24");
        vlan(blue, 10, "10.0.0.2/24");
        blue.linkDown("vlan10");

        assertThatExceptionOfType(InconclusiveException.class)
                .isThrownBy(() -> assertThat(red).cannotReach("10.0.0.2").because(linkDown("blue", "vlan10")))
                .withMessageContaining("cause (inferred): unknown; last seen: rx blue/wire ARP who has 10.0.0.2");
    }

    @Test
    @NeedsLinkKind("dummy")
    void a_dummy_takes_packets_and_gives_none(@Netns("red") NetworkNamespace red) {
        red.shell("ip link add d0 type dummy && ip address add 10.9.0.1/24 dev d0 && ip link set d0 up")
                .orThrow();

        assertThat(red).canReach("10.9.0.1");
        assertThat(red).routeTo("10.9.0.7").dev("d0");
        assertThat(red.link("d0").kind()).contains("dummy");
    }

    @Test
    @NeedsLinkKind("ipvlan")
    void an_ipvlan_shares_its_wires_ethernet_address(
            @Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        red.shell("ip link add ipv0 link wire type ipvlan mode l2 && ip address add 10.0.0.1/24 dev ipv0"
                        + " && ip link set ipv0 up")
                .orThrow();
        address(blue, "10.0.0.2/24");

        assertThat(red).canReach("10.0.0.2").withTtl(64);
        assertThat(red.link("ipv0").mac()).isEqualTo(red.link("wire").mac());
    }

    @Test
    @NeedsLinkKind("macvlan")
    void a_macvlan_has_an_ethernet_address_of_its_own(
            @Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        red.shell("ip link add mv0 link wire type macvlan mode bridge && ip address add 10.0.0.1/24 dev mv0"
                        + " && ip link set mv0 up")
                .orThrow();
        address(blue, "10.0.0.2/24");

        assertThat(blue).canReach("10.0.0.1").withTtl(64);
        assertThat(red.link("mv0").mac()).isNotEqualTo(red.link("wire").mac());
    }

    @Test
    @NeedsLinkKind("bond")
    void a_bond_carries_what_its_wire_carries(
            @Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        red.shell("ip link add bond0 type bond mode active-backup && ip link set wire down"
                        + " && ip link set wire master bond0 && ip address add 10.0.0.1/24 dev bond0"
                        + " && ip link set bond0 up && ip link set wire up")
                .orThrow();
        address(blue, "10.0.0.2/24");

        assertThat(red).eventuallyReaches("10.0.0.2", Duration.ofSeconds(30));
        assertThat(red).link("wire").hasMaster("bond0");
    }

    @Test
    @NeedsLinkKind("vrf")
    void a_vrf_has_routes_that_the_rest_of_the_host_has_not(
            @Netns("red") NetworkNamespace red, @Netns("blue") NetworkNamespace blue) {
        red.shell("ip link add vrf0 type vrf table 10 && ip link set vrf0 up && ip link set wire master vrf0")
                .orThrow();
        address(red, "10.0.0.1/24");
        address(blue, "10.0.0.2/24");

        assertThat(red).cannotReach("10.0.0.2").because(networkUnreachable("red"));
        assertThat(red.exec("ping", "-I", "vrf0", "-c", "1", "10.0.0.2").exitCode())
                .isZero();
    }

    private static void vlan(NetworkNamespace host, int id, String address) {
        host.shell("ip link add vlan" + id + " link wire type vlan id " + id + " && ip address add " + address
                        + " dev vlan" + id + " && ip link set vlan" + id + " up")
                .orThrow();
    }

    private static void address(NetworkNamespace host, String address) {
        host.exec("ip", "address", "add", address, "dev", "wire").orThrow();
    }
}
