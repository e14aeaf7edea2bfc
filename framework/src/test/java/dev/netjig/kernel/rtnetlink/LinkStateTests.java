package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.topology.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkStateTests {

    private static final List<LinkState> NODE = links("links-node");

    private static final LinkState PORT = NODE.get(2);

    private static final LinkState PORT_OF_DOWN_PEER = LinkState.parse(
            Golden.messages(LinkStateTests.class, "link-peer-down").get(0));

    private static List<LinkState> links(String golden) {
        FakeKernel kernel = FakeKernel.answering(Golden.datagrams(LinkStateTests.class, golden));
        return new RtNetlink(new NetlinkConnection(kernel, "node")).links();
    }

    @Test
    void reads_like_ip() {
        assertThat(NODE)
                .extracting(LinkState::toString)
                .containsExactly(
                        "1: lo: <LOOPBACK> mtu 65536 state DOWN link 00:00:00:00:00:00",
                        "2: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 state UP"
                                + " link 02:00:00:00:00:01 bridge",
                        "3: veth1-r@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 master #2 state UP"
                                + " link 02:00:00:00:00:11 veth port FORWARDING");
    }

    @Test
    void knows_the_other_end_of_a_veth_pair() {
        assertThat(links("links-red").get(1))
                .hasToString("2: veth2-r@if3: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 state UP"
                        + " link 02:00:00:00:00:12 veth");
    }

    @Test
    void of_a_port_whose_peer_is_down_has_no_carrier() {
        assertThat(PORT_OF_DOWN_PEER)
                .hasToString("3: veth1-r@if2: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1400 master #2 state DOWN"
                        + " link 02:00:00:00:00:11 veth port DISABLED");
    }

    @Test
    void is_up_though_its_peer_is_down() {
        assertThat(PORT_OF_DOWN_PEER.isUp()).isTrue();
        assertThat(PORT_OF_DOWN_PEER.isLowerUp()).isFalse();
    }

    @Test
    void has_its_numbers() {
        assertThat(PORT.index()).isEqualTo(3);
        assertThat(PORT.master()).hasValue(2);
        assertThat(PORT.peerIndex()).hasValue(2);
        assertThat(PORT.peerNetnsid()).hasValue(0);
    }

    @Test
    void has_its_names() {
        assertThat(PORT.name()).isEqualTo("veth1-r");
        assertThat(PORT.kind()).hasValue("veth");
        assertThat(PORT.mac()).hasValue(new MacAddress("02:00:00:00:00:11"));
    }

    @Test
    void has_its_counters() {
        assertThat(PORT.counters())
                .hasValue(new LinkCounters(
                        new LinkCounters.Direction(10, 800, 0, 0), new LinkCounters.Direction(10, 820, 0, 0)));
    }

    @Test
    void of_lo_is_tied_to_no_other() {
        LinkState lo = NODE.get(0);

        assertThat(lo.master()).isEmpty();
        assertThat(lo.peerIndex()).isEmpty();
        assertThat(lo.peerNetnsid()).isEmpty();
        assertThat(lo.kind()).isEmpty();
        assertThat(lo.portState()).isEmpty();
    }

    @Test
    void of_a_state_that_is_new_to_netjig_is_unknown() {
        assertThat(OperState.of(200)).isEqualTo(OperState.UNKNOWN);
        assertThat(BridgePortState.of(200)).isEmpty();
    }
}
