package dev.netjig.kernel.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.kernel.netlink.FakeKernel;
import dev.netjig.kernel.netlink.Golden;
import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkMessage;
import java.util.HexFormat;
import java.util.List;

/** Compares requests with those of {@code ip}. */
final class Requests {

    private Requests() {}

    /** Asserts that a change goes out, as the first of its connection, with the bytes in {@code golden}.hex. */
    static void assertSentAs(String golden, NetlinkMessage change) {
        assertThat(hex(sent(change))).isEqualTo(hex(Golden.datagram(Requests.class, golden)));
    }

    /** Asserts that a question is put, as the first of its connection, with the bytes in {@code golden}.hex. */
    static void assertAskedAs(String golden, NetlinkMessage question) {
        FakeKernel kernel = FakeKernel.answering(Golden.datagram(Requests.class, golden + "-reply"));
        new NetlinkConnection(kernel, "red").request(question);
        assertThat(hex(kernel.sent().get(0))).isEqualTo(hex(Golden.datagram(Requests.class, golden)));
    }

    /** The datagram in which a change goes out. */
    static byte[] sent(NetlinkMessage change) {
        FakeKernel kernel = FakeKernel.granting();
        new NetlinkConnection(kernel, "red").execute(List.of(change));
        return kernel.sent().get(0);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
