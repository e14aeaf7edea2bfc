package dev.netjig.kernel.rtnetlink;

import static dev.netjig.kernel.rtnetlink.Requests.assertSentAs;
import static dev.netjig.kernel.rtnetlink.Requests.hex;
import static dev.netjig.kernel.rtnetlink.Requests.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.topology.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LinkRequestsTests {

    /** IFLA_IFNAME "br0". */
    private static final String BR0 = "08000300" + "62723000";

    @Test
    void add_a_bridge_as_ip_does() {
        assertSentAs("add-bridge", LinkRequests.addBridge("br0", Optional.empty()));
    }

    @Test
    void add_a_bridge_with_index_and_address_as_ip_does() {
        MacAddress mac = new MacAddress("02:00:00:00:00:01");

        assertSentAs("add-bridge-with-index-and-address", LinkRequests.addBridge("br0", 2, Optional.of(mac)));
    }

    @Test
    void add_a_veth_pair_as_ip_does() {
        VethRequest veth = new VethRequest(
                "v1",
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                new VethRequest.Peer("v2", OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));

        assertSentAs("add-veth-plain", LinkRequests.addVeth(veth));
    }

    @Test
    void add_a_veth_pair_with_everything_as_ip_does() {
        VethRequest veth = new VethRequest(
                "veth1-r",
                OptionalInt.of(3),
                OptionalInt.of(2),
                true,
                Optional.of(new MacAddress("02:00:00:00:00:11")),
                OptionalInt.of(1400),
                new VethRequest.Peer(
                        "veth2-r",
                        OptionalInt.of(2),
                        OptionalInt.of(4),
                        Optional.of(new MacAddress("02:00:00:00:00:12"))));

        assertSentAs("add-veth", LinkRequests.addVeth(veth));
    }

    // ip asks for the index of the device first, netjig sends its name. The rest is as in set-up-by-index.hex and its
    // likes, and a real kernel takes it.

    @Test
    void set_a_link_up_by_name() {
        // length 40, RTM_NEWLINK, REQUEST|ACK; index 0, flags IFF_UP, change IFF_UP
        assertSent(
                LinkRequests.setUp("br0"),
                "28000000" + "10000500" + "01000000" + "00000000" + "00000000" + "00000000" + "01000000" + "01000000"
                        + BR0);
    }

    @Test
    void set_a_link_down_by_name() {
        // length 40, RTM_NEWLINK, REQUEST|ACK; index 0, flags 0, change IFF_UP
        assertSent(
                LinkRequests.setDown("br0"),
                "28000000" + "10000500" + "01000000" + "00000000" + "00000000" + "00000000" + "00000000" + "01000000"
                        + BR0);
    }

    @Test
    void set_a_master_by_name() {
        // length 48, RTM_NEWLINK, REQUEST|ACK; index 0, no flags; IFLA_IFNAME, IFLA_MASTER 2
        assertSent(
                LinkRequests.setMaster("br0", 2),
                "30000000" + "10000500" + "01000000" + "00000000" + "00000000" + "00000000" + "00000000" + "00000000"
                        + BR0 + "08000a00" + "02000000");
    }

    @Test
    void clear_a_master_by_name() {
        // length 48, RTM_NEWLINK, REQUEST|ACK; index 0, no flags; IFLA_IFNAME, IFLA_MASTER 0
        assertSent(
                LinkRequests.clearMaster("br0"),
                "30000000" + "10000500" + "01000000" + "00000000" + "00000000" + "00000000" + "00000000" + "00000000"
                        + BR0 + "08000a00" + "00000000");
    }

    @Test
    void delete_a_link_by_name() {
        // length 40, RTM_DELLINK, REQUEST|ACK; index 0, no flags
        assertSent(
                LinkRequests.delete("br0"),
                "28000000" + "11000500" + "01000000" + "00000000" + "00000000" + "00000000" + "00000000" + "00000000"
                        + BR0);
    }

    @Test
    void say_what_they_are_for() {
        VethRequest veth = new VethRequest(
                "veth1-r",
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                new VethRequest.Peer("veth2-r", OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));

        assertThat(LinkRequests.addVeth(veth).operation()).isEqualTo("add");
        assertThat(LinkRequests.addVeth(veth).object()).isEqualTo("veth veth1-r peer veth2-r");
    }

    private static void assertSent(NetlinkMessage message, String expected) {
        assertThat(hex(sent(message))).isEqualTo(expected);
    }
}
