package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.MalformedMessageException;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import dev.netjig.kernel.netlink.PayloadWriter;
import dev.netjig.topology.Cidr;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressEntryTests {

    private static final List<AddressEntry> RED = new RtNetlink(new NetlinkConnection(
                    FakeKernel.answering(Golden.datagrams(AddressEntryTests.class, "addresses")), "red"))
            .addresses();

    @Test
    void reads_like_ip() {
        assertThat(RED)
                .extracting(AddressEntry::toString)
                .containsExactly(
                        "inet 127.0.0.1/8 scope host dev #1",
                        "inet 192.168.0.2/24 scope global dev #2",
                        "inet6 ::1/128 scope host dev #1",
                        "inet6 2001:db8::2/64 scope global dev #2",
                        "inet6 fe80::ff:fe00:12/64 scope link dev #2");
    }

    @Test
    void has_an_address_and_a_label() {
        assertThat(RED.get(1).address()).isEqualTo(Cidr.parse("192.168.0.2/24"));
        assertThat(RED.get(1).label()).hasValue("veth2-r");
    }

    @Test
    void has_the_flags_of_one_that_was_added_without_duplicate_address_detection() {
        assertThat(RED.get(3).flags()).containsExactlyInAnyOrder(AddressFlag.NODAD, AddressFlag.PERMANENT);
        assertThat(RED.get(3).isTentative()).isFalse();
    }

    @Test
    void tells_the_local_end_of_a_point_to_point_device_from_the_remote_one() throws Exception {
        NetlinkMessage message = entry(
                32,
                new PayloadWriter()
                        .attributeAddress(IfAddrMsg.IFA_ADDRESS, InetAddress.getByName("10.0.0.2"))
                        .attributeAddress(IfAddrMsg.IFA_LOCAL, InetAddress.getByName("10.0.0.1")));

        assertThat(AddressEntry.parse(message).orElseThrow().address()).isEqualTo(Cidr.parse("10.0.0.1/32"));
    }

    @Test
    void takes_the_long_flags_for_the_short_ones() {
        NetlinkMessage message = entry(
                32,
                new PayloadWriter()
                        .attribute(IfAddrMsg.IFA_LOCAL, (byte) 10, (byte) 0, (byte) 0, (byte) 1)
                        .attributeS32(IfAddrMsg.IFA_FLAGS, 0x48));

        AddressEntry entry = AddressEntry.parse(message).orElseThrow();

        assertThat(entry.isTentative()).isTrue();
        assertThat(entry.isDadFailed()).isTrue();
        assertThat(entry.isPermanent()).isFalse();
        assertThat(entry).hasToString("inet 10.0.0.1/32 scope global tentative dadfailed dev #2");
    }

    @Test
    void is_nothing_if_there_is_no_address() {
        assertThat(AddressEntry.parse(entry(32, new PayloadWriter()))).isEmpty();
    }

    @Test
    void with_a_prefix_longer_than_the_address_is_malformed() {
        NetlinkMessage message =
                entry(33, new PayloadWriter().attribute(IfAddrMsg.IFA_LOCAL, (byte) 10, (byte) 0, (byte) 0, (byte) 1));

        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> AddressEntry.parse(message))
                .withMessageContaining("a prefix length of 33 for 10.0.0.1");
    }

    private static NetlinkMessage entry(int prefixLength, PayloadWriter attributes) {
        PayloadWriter out = new IfAddrMsg(Family.INET, prefixLength, 0x80, 0, 2).pack(new PayloadWriter());
        return NetlinkMessage.request(Rtm.NEWADDR, 0, out.bytes(attributes.toBytes()), "", "");
    }
}
