package dev.netjig.diagnosis;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has the kernel trace one echo exchange through all packet filters of a namespace. While it is open the namespace has
 * one more table in each family, which marks the packets before anything else sees them, and decides nothing. Others are
 * not traced: the kernel queues only so many reports.
 *
 * <p>Equal by hand: a rule {@code icmp id 7 meta nftrace set 1}, or the iptables target TRACE.
 */
final class TraceMark implements AutoCloseable {

    private static final Map<String, List<String>> MATCHES = Map.of(
            "ip", List.of("icmp"),
            "ip6", List.of("icmpv6"),
            "bridge", List.of("icmp", "icmpv6"));

    private final NetworkNamespace netns;
    private final Set<String> families;

    private TraceMark(NetworkNamespace netns, Set<String> families) {
        this.netns = netns;
        this.families = families;
    }

    /** @param echoId the identifier in the packets to follow */
    static TraceMark open(NetworkNamespace netns, Set<String> families, int echoId) {
        netns.nft(families.stream().map(family -> table(family, echoId)).collect(Collectors.joining()));
        return new TraceMark(netns, families);
    }

    @Override
    public void close() {
        netns.nft(families.stream()
                .map(family -> "delete table " + family + " " + NftTraceTable.NAME + "\n")
                .collect(Collectors.joining()));
    }

    private static String table(String family, int echoId) {
        String rules = MATCHES.getOrDefault(family, List.of()).stream()
                .map(protocol -> protocol + " id " + echoId + " meta nftrace set 1;")
                .collect(Collectors.joining(" "));
        return """
                table %1$s %2$s {
                  chain prerouting { type filter hook prerouting priority -10000; policy accept; %3$s }
                  chain output { type filter hook output priority -10000; policy accept; %3$s }
                }
                """.formatted(family, NftTraceTable.NAME, rules);
    }
}
