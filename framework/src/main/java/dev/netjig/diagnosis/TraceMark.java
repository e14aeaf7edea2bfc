package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Flow;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        netns.nft(families.stream().map(family -> table(netns, family, flow)).collect(Collectors.joining()));
        return new TraceMark(netns, families);
    }

    @Override
    public void close() {
        netns.nft(families.stream()
                .map(family -> "delete table " + family + " " + NftTraceTable.NAME + "\n")
                .collect(Collectors.joining()));
    }

    private static String table(NetworkNamespace netns, String family, Flow flow) {
        String rules = Stream.concat(matches(family, flow).stream(), solicitations(family).stream())
                .map(match -> match + " meta nftrace set 1;")
                .collect(Collectors.joining(" "));
        String chains = hooks(netns, family).stream()
                .map(hook -> "  chain " + hook.split(" ")[0] + " { type filter hook " + hook
                        + " priority -10000; policy accept; " + rules + " }\n")
                .collect(Collectors.joining());
        return "table " + family + " " + NftTraceTable.NAME + " {\n" + chains + "}\n";
    }

    /** The first hooks that packets of the family meet, on their way in and out. */
    private static List<String> hooks(NetworkNamespace netns, String family) {
        if (family.equals("netdev")) {
            String devices =
                    netns.links().stream().map(LinkState::name).collect(Collectors.joining("\", \"", "\"", "\""));
            return List.of("ingress devices = { " + devices + " }", "egress devices = { " + devices + " }");
        }
        return List.of(family.equals("arp") ? "input" : "prerouting", "output");
    }

    /** A packet is also lost if nobody may ask, or answer, who has the address of the next hop. */
    private static List<String> solicitations(String family) {
        String neighbours = "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert }";
        return switch (family) {
            case "ip" -> List.of();
            case "ip6" -> List.of(neighbours);
            case "arp" -> List.of("arp operation { request, reply }");
            default -> List.of("meta protocol arp", neighbours);
        };
    }

    /** What both directions of {@code flow} have in common. */
    private static List<String> matches(String family, Flow flow) {
        if (family.equals("arp")) {
            return List.of();
        }
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
