package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.IpLiteral;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteEntryTests {

    private static final List<RouteEntry> RED = new RtNetlink(new NetlinkConnection(
                    FakeKernel.answering(Golden.datagrams(RouteEntryTests.class, "routes")), "red"))
            .routes();

    @Test
    void reads_like_ip() {
        assertThat(RED)
                .extracting(RouteEntry::toString)
                .containsExactly(
                        "10.8.0.0/16 dev #2 table 100 scope link",
                        "10.1.0.0/16 via 192.168.0.1 dev #2 table 1000 src 192.168.0.2 metric 50 hoplimit 9",
                        "default via 192.168.0.1 dev #2",
                        "10.1.0.0/16 via 192.168.0.1 dev #2 src 192.168.0.2 metric 50 hoplimit 9",
                        "blackhole 10.3.0.0/16",
                        "unreachable 10.4.0.0/16",
                        "prohibit 10.5.0.0/16",
                        "10.6.0.0/16 nexthop via 192.168.0.1 dev #2 weight 1 nexthop via 192.168.0.9 dev #2 weight 3",
                        "10.7.0.0/16 via 2001:db8::1 dev #2",
                        "192.168.0.0/24 dev #2 proto kernel scope link src 192.168.0.2",
                        "local 127.0.0.0/8 dev #1 table local proto kernel scope host src 127.0.0.1",
                        "local 127.0.0.1 dev #1 table local proto kernel scope host src 127.0.0.1",
                        "broadcast 127.255.255.255 dev #1 table local proto kernel scope link src 127.0.0.1",
                        "local 192.168.0.2 dev #2 table local proto kernel scope host src 192.168.0.2",
                        "broadcast 192.168.0.255 dev #2 table local proto kernel scope link src 192.168.0.2",
                        "2001:db8::/64 dev #2 proto kernel metric 256",
                        "blackhole 2001:db8:5::/48 dev #1 metric 1024",
                        "fe80::/64 dev #2 proto kernel metric 256",
                        "default via 2001:db8::1 dev #2 metric 1024",
                        "local ::1 dev #1 table local proto kernel metric 0",
                        "local 2001:db8::2 dev #2 table local proto kernel metric 0",
                        "local fe80::ff:fe00:12 dev #2 table local proto kernel metric 0",
                        "multicast ff00::/8 dev #2 table local proto kernel metric 256");
    }

    @Test
    void names_devices_when_told_their_names() {
        assertThat(RED.get(2).toString(index -> "veth" + index)).isEqualTo("default via 192.168.0.1 dev veth2");
    }

    @Test
    void has_its_facts() {
        RouteEntry route = RED.get(1);

        assertThat(route.type()).isEqualTo(RouteEntry.Type.UNICAST);
        assertThat(route.dst()).isEqualTo(Cidr.parse("10.1.0.0/16"));
        assertThat(route.via()).hasValue(IpLiteral.parse("192.168.0.1"));
        assertThat(route.oif()).hasValue(2);
        assertThat(route.prefsrc()).hasValue(IpLiteral.parse("192.168.0.2"));
        assertThat(route.table()).isEqualTo(1000);
        assertThat(route.protocol()).isEqualTo(RouteProtocol.BOOT);
        assertThat(route.metric()).hasValue(50);
        assertThat(route.hoplimit()).hasValue(9);
    }

    @Test
    void has_several_next_hops() {
        assertThat(RED.get(7).nextHops())
                .containsExactly(
                        new NextHop(Optional.of(IpLiteral.parse("192.168.0.1")), 2, 1, Set.of()),
                        new NextHop(Optional.of(IpLiteral.parse("192.168.0.9")), 2, 3, Set.of()));
    }

    @Test
    void says_that_its_device_is_down() {
        NetlinkMessage message = route(Family.INET, 0x11);

        assertThat(RouteEntry.parse(message).orElseThrow().flags())
                .containsExactlyInAnyOrder(RouteFlag.DEAD, RouteFlag.LINKDOWN);
        assertThat(RouteEntry.parse(message).orElseThrow()).hasToString("default dead linkdown");
    }

    @Test
    void is_nothing_if_it_is_of_another_family() {
        assertThat(RouteEntry.parse(route(28, 0))).isEmpty();
    }

    private static NetlinkMessage route(int family, int flags) {
        PayloadWriter out = new RtMsg(
                        family, 0, 0, 0, RtMsg.RT_TABLE_MAIN, RouteProtocol.BOOT.number(), 0, RtMsg.RTN_UNICAST, flags)
                .pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.NEWROUTE, 0, out, "", "");
    }
}
