package dev.netjig.testbed;

import dev.netjig.kernel.netlink.NetlinkConnection;
import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.nfnetlink.CtNetlink;
import java.util.function.Function;

/** The connection tracking table of a namespace, by a socket that lasts for one question: few tests ask. */
final class ConntrackTable {

    private ConntrackTable() {}

    static <T> T ask(NetworkNamespace netns, Function<CtNetlink, T> question) {
        try (NetlinkSocket socket = netns.open(NetlinkSocket::openNetfilter)) {
            return question.apply(new CtNetlink(new NetlinkConnection(socket, netns.name())));
        }
    }
}
