package dev.netjig.diagnosis;

import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.probe.Flow;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.NftTraceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has the kernel trace some exchanges through all packet filters of a namespace. While it is open the namespace has one
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

    static TraceMark open(NetworkNamespace netns, Set<String> families, List<Flow> flows) {
        netns.nft(families.stream().map(family -> table(netns, family, flows)).collect(Collectors.joining()));
        return new TraceMark(netns, families);
    }

    @Override
    public void close() {
        netns.nft(families.stream()
                .map(family -> "delete table " + family + " " + NftTraceTable.NAME + "\n")
                .collect(Collectors.joining()));
    }

    private static String table(NetworkNamespace netns, String family, List<Flow> flows) {
        String rules = Stream.concat(matches(family, flows).stream(), solicitations(family).stream())
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

    /** What both directions of each of {@code flows} have in common. */
    private static List<String> matches(String family, List<Flow> flows) {
        if (family.equals("arp")) {
            return List.of();
        }
        List<String> matches = new ArrayList<>();
        for (String echo : echoes(family)) {
            add(matches, echo + " id", flows, flow -> flow instanceof Flow.Echo known ? known.id() : -1);
        }
        for (String end : List.of("sport", "dport")) {
            add(matches, "tcp " + end, flows, flow -> flow instanceof Flow.Tcp tcp ? tcp.port() : -1);
            add(matches, "udp " + end, flows, flow -> flow instanceof Flow.Udp udp ? udp.port() : -1);
        }
        return matches;
    }

    private static List<String> echoes(String family) {
        return switch (family) {
            case "ip" -> List.of("icmp");
            case "ip6" -> List.of("icmpv6");
            default -> List.of("icmp", "icmpv6");
        };
    }

    /** One rule for all of them; {@code number} is negative for a flow of another kind. */
    private static void add(List<String> matches, String field, List<Flow> flows, ToIntFunction<Flow> number) {
        List<String> numbers = flows.stream()
                .mapToInt(number)
                .filter(known -> known >= 0)
                .distinct()
                .mapToObj(String::valueOf)
                .toList();
        if (!numbers.isEmpty()) {
            matches.add(
                    field + (numbers.size() == 1 ? " " + numbers.get(0) : " { " + String.join(", ", numbers) + " }"));
        }
    }
}
