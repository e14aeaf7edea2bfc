package dev.netjig.diagnosis;

import dev.netjig.probe.Flow;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has the kernel trace one exchange through all packet filters of a namespace. While it is open the namespace has one
 * more table in each family, which marks the packets before anything else sees them, and decides nothing. Others are not
 * traced: the kernel queues only so many reports.
 *
 * <p>Equal by hand: a rule {@code icmp id 7 meta nftrace set 1}, or the iptables target TRACE.
 */
final class TraceMark implements AutoCloseable {

    private final NetworkNamespace netns;
    private final Set<String> families;

    private TraceMark(NetworkNamespace netns, Set<String> families) {
        this.netns = netns;
        this.families = families;
    }

    static TraceMark open(NetworkNamespace netns, Set<String> families, Flow flow) {
        netns.nft(families.stream().map(family -> table(family, flow)).collect(Collectors.joining()));
        return new TraceMark(netns, families);
    }

    @Override
    public void close() {
        netns.nft(families.stream()
                .map(family -> "delete table " + family + " " + NftTraceTable.NAME + "\n")
                .collect(Collectors.joining()));
    }

    private static String table(String family, Flow flow) {
        String rules = matches(family, flow).stream()
                .map(match -> match + " meta nftrace set 1;")
                .collect(Collectors.joining(" "));
        return """
                table %1$s %2$s {
                  chain prerouting { type filter hook prerouting priority -10000; policy accept; %3$s }
                  chain output { type filter hook output priority -10000; policy accept; %3$s }
                }
                """.formatted(family, NftTraceTable.NAME, rules);
    }

    /** What both directions of {@code flow} have in common. */
    private static List<String> matches(String family, Flow flow) {
        if (flow instanceof Flow.Echo echo) {
            String id = " id " + echo.id();
            return switch (family) {
                case "ip" -> List.of("icmp" + id);
                case "ip6" -> List.of("icmpv6" + id);
                default -> List.of("icmp" + id, "icmpv6" + id);
            };
        }
        String port = flow instanceof Flow.Tcp tcp ? "tcp PORT " + tcp.port() : "udp PORT " + ((Flow.Udp) flow).port();
        return List.of(port.replace("PORT", "sport"), port.replace("PORT", "dport"));
    }
}
