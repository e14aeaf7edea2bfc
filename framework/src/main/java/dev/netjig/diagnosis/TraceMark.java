package dev.netjig.diagnosis;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.util.Set;

/**
 * Has the kernel trace echo packets through all packet filters of a namespace. While it is open the namespace has one
 * more table in each family, which marks the packets before anything else sees them, and decides nothing.
 *
 * <p>Equal by hand: a rule {@code meta nftrace set 1}, or the iptables target TRACE.
 */
final class TraceMark implements AutoCloseable {

    private static final String TABLE = """
            table %1$s %2$s {
              chain prerouting {
                type filter hook prerouting priority -10000; policy accept;
                meta l4proto { icmp, icmpv6 } meta nftrace set 1
              }
              chain output {
                type filter hook output priority -10000; policy accept;
                meta l4proto { icmp, icmpv6 } meta nftrace set 1
              }
            }
            """;

    private final NetworkNamespace netns;
    private final Set<String> families;

    private TraceMark(NetworkNamespace netns, Set<String> families) {
        this.netns = netns;
        this.families = families;
    }

    static TraceMark open(NetworkNamespace netns, Set<String> families) {
        StringBuilder tables = new StringBuilder();
        families.forEach(family -> tables.append(TABLE.formatted(family, NftTraceTable.NAME)));
        netns.nft(tables.toString());
        return new TraceMark(netns, families);
    }

    @Override
    public void close() {
        StringBuilder commands = new StringBuilder();
        families.forEach(family -> commands.append("delete table ")
                .append(family)
                .append(' ')
                .append(NftTraceTable.NAME)
                .append('\n'));
        netns.nft(commands.toString());
    }
}
