package dev.netjig.diagnosis;

import dev.netjig.kernel.netlink.NetlinkSocket;
import dev.netjig.kernel.nfnetlink.NftTraceEvent;
import dev.netjig.kernel.nfnetlink.NftTraceLog;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.time.Duration;
import java.util.List;

/**
 * Follows echo packets through the nftables chains of a namespace, iptables-nft's among them. While it is open the
 * namespace has one more table, which marks the packets and decides nothing.
 *
 * <p>Equal by hand: a rule {@code meta nftrace set 1} at priority -350, and {@code nft monitor trace}.
 */
final class NftTrace implements AutoCloseable {

    private static final int NFNLGRP_NFTRACE = 9;

    private static final String FAMILY = """
            table %1$s %2$s {
              chain prerouting {
                type filter hook prerouting priority -350; policy accept;
                meta l4proto { icmp, icmpv6 } meta nftrace set 1
              }
              chain output {
                type filter hook output priority -350; policy accept;
                meta l4proto { icmp, icmpv6 } meta nftrace set 1
              }
            }
            """;

    private final NetworkNamespace netns;
    private final NetlinkSocket socket;
    private final NftTraceLog log = new NftTraceLog();

    private NftTrace(NetworkNamespace netns, NetlinkSocket socket) {
        this.netns = netns;
        this.socket = socket;
    }

    static NftTrace open(NetworkNamespace netns) {
        NetlinkSocket socket = netns.open(NetlinkSocket::openNetfilter);
        NftTrace trace = new NftTrace(netns, socket);
        try {
            socket.join(NFNLGRP_NFTRACE);
            netns.nft(FAMILY.formatted("ip", NftTraceTable.NAME) + FAMILY.formatted("ip6", NftTraceTable.NAME));
            return trace;
        } catch (RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    String netns() {
        return netns.name();
    }

    /** What the chains did with echo packets so far. */
    List<NftTraceEvent> events() {
        byte[] datagram = socket.receive(Duration.ZERO);
        while (datagram.length > 0) {
            log.add(datagram);
            datagram = socket.receive(Duration.ZERO);
        }
        return log.events();
    }

    @Override
    public void close() {
        try {
            netns.nft("delete table ip " + NftTraceTable.NAME + "\ndelete table ip6 " + NftTraceTable.NAME);
        } finally {
            socket.close();
        }
    }
}
