package dev.netjig.kernel.nfnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Its requests are those that {@code strace} saw of conntrack 1.4.7, with netjig's first sequence number. */
class CtNetlinkTests {

    @Test
    void asks_for_the_table_as_conntrack_does() {
        FakeKernel kernel = FakeKernel.answering(Golden.datagrams(CtNetlinkTests.class, "conntrack"));

        new CtNetlink(new NetlinkConnection(kernel, "node")).entries();

        // conntrack -L: NFNL_SUBSYS_CTNETLINK<<8|IPCTNL_MSG_CT_GET, NLM_F_REQUEST|NLM_F_DUMP; AF_UNSPEC
        assertThat(kernel.sent()).hasSize(1);
        assertThat(HexFormat.of().formatHex(kernel.sent().get(0)))
                .isEqualTo("14000000" + "0101" + "0103" + "01000000" + "00000000" + "00000000");
    }

    @Test
    void flushes_as_conntrack_does() {
        FakeKernel kernel = FakeKernel.granting();

        new CtNetlink(new NetlinkConnection(kernel, "node")).flush();

        // conntrack -F: NFNL_SUBSYS_CTNETLINK<<8|IPCTNL_MSG_CT_DELETE, NLM_F_REQUEST|NLM_F_ACK; AF_UNSPEC
        assertThat(HexFormat.of().formatHex(kernel.sent().get(0)))
                .isEqualTo("14000000" + "0201" + "0500" + "01000000" + "00000000" + "00000000");
    }
}
