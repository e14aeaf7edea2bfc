package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.topology.IpLiteral;
import dev.netjig.topology.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourEntryTests {

    private static final List<NeighbourEntry> RED = new RtNetlink(new NetlinkConnection(
                    FakeKernel.answering(Golden.datagrams(NeighbourEntryTests.class, "neighbours")), "red"))
            .neighbours();

    @Test
    void reads_like_ip() {
        assertThat(RED)
                .extracting(NeighbourEntry::toString)
                .containsExactly(
                        "192.168.0.99 dev #2 INCOMPLETE",
                        "192.168.0.77 dev #2 lladdr 02:00:00:00:00:77 PERMANENT",
                        "192.168.0.1 dev #2 lladdr 02:00:00:00:00:01 REACHABLE",
                        "ff02::16 dev #2 lladdr 33:33:00:00:00:16 NOARP",
                        "ff02::1:ff00:12 dev #2 lladdr 33:33:ff:00:00:12 NOARP",
                        "ff02::2 dev #2 lladdr 33:33:00:00:00:02 NOARP");
    }

    @Test
    void has_its_facts() {
        NeighbourEntry neighbour = RED.get(1);

        assertThat(neighbour.ifindex()).isEqualTo(2);
        assertThat(neighbour.address()).isEqualTo(IpLiteral.parse("192.168.0.77"));
        assertThat(neighbour.mac()).hasValue(new MacAddress("02:00:00:00:00:77"));
        assertThat(neighbour.is(NudState.PERMANENT)).isTrue();
    }

    @Test
    void has_no_address_while_nobody_answers() {
        assertThat(RED.get(0).mac()).isEmpty();
    }
}
