package dev.netjig.suites.support;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kernel has in a namespace, as lines that two roads to one network can be compared by: devices by their names,
 * not by indexes, and without what is random or a matter of moments (Ethernet addresses, counters, IPv6's own link-local
 * addresses). Who wrote a firewall rule, and with which tool, makes no difference; a chain that does nothing is none.
 */
public final class KernelState {

    private final NetworkNamespace netns;
    private final List<NetworkNamespace> all;

    private KernelState(NetworkNamespace netns, List<NetworkNamespace> all) {
        this.netns = netns;
        this.all = all;
    }

    /**
     * The state of some namespaces; the other ends of veths are looked for in all of them.
     */
    public static List<String> of(List<NetworkNamespace> namespaces) {
        return namespaces.stream()
                .flatMap(netns -> new KernelState(netns, namespaces).lines())
                .sorted()
                .toList();
    }

    /** The settings of the node that the documents touch, those of its devices included. */
    public static List<String> forwarding(NetworkNamespace node) {
        Stream<String> devices = node.links().stream()
                .flatMap(link -> Stream.of("forwarding", "rp_filter", "proxy_arp")
                        .map(setting -> "net.ipv4.conf." + link.name() + "." + setting));
        Stream<String> all = Stream.of(
                "net.ipv4.ip_forward",
                "net.ipv4.ip_default_ttl",
                "net.ipv4.conf.all.rp_filter",
                "net.bridge.bridge-nf-call-iptables");
        return Stream.concat(all, devices)
                .map(key -> key + "=" + node.sysctlIfPresent(key).orElse("absent"))
                .sorted()
                .toList();
    }

    private Stream<String> lines() {
        Map<Integer, String> names =
                netns.links().stream().collect(Collectors.toMap(LinkState::index, LinkState::name));
        Stream<String> links = netns.links().stream().map(link -> link(link, names));
        Stream<String> addresses = netns.addresses().stream()
                .filter(entry -> !entry.address().isIpv6())
                .map(entry -> address(entry, names));
        Stream<String> routes =
                netns.routes().stream().filter(route -> !route.dst().isIpv6()).map(route -> route(route, names));
        Stream<String> rules = netns.ruleset().chains().stream().flatMap(KernelState::rules);
        return Stream.of(links, addresses, routes, rules)
                .flatMap(lines -> lines)
                .map(line -> netns.name() + ": " + line);
    }

    private String link(LinkState link, Map<Integer, String> names) {
        List<String> words =
                new ArrayList<>(List.of("link", link.name(), link.kind().orElse("")));
        words.add(link.isUp() ? "up" : "down");
        words.add(link.isLowerUp() ? "carrier" : "no-carrier");
        words.add("mtu " + link.mtu());
        link.master().ifPresent(master -> words.add("master " + names.get(master)));
        if (link.peerIndex().isPresent()) {
            words.add("peer " + peer(link));
        }
        return String.join(" ", words);
    }

    /** {@code red/veth2-r}. */
    private String peer(LinkState link) {
        return all.stream()
                .filter(other -> netns.isPeerOf(link, other))
                .map(other ->
                        other.name() + "/" + other.devName(link.peerIndex().orElseThrow()))
                .findFirst()
                .orElse("somewhere else");
    }

    private static String address(AddressEntry entry, Map<Integer, String> names) {
        return "address " + entry.address() + " scope " + entry.scope() + " dev " + names.get(entry.ifindex());
    }

    private static String route(RouteEntry route, Map<Integer, String> names) {
        List<String> words = new ArrayList<>(
                List.of("route", route.type().name(), route.dst().toString()));
        route.via().ifPresent(via -> words.add("via " + IpLiteral.format(via)));
        route.oif().ifPresent(oif -> words.add("dev " + names.get(oif)));
        route.prefsrc().ifPresent(src -> words.add("src " + IpLiteral.format(src)));
        words.add("table " + route.table());
        words.add("scope " + route.scope());
        words.add("metric " + route.metric().orElse(0));
        return String.join(" ", words);
    }

    private static Stream<String> rules(FirewallChain chain) {
        String place = chain.table() + " " + chain.name() + " ";
        Stream<String> policy = chain.drops() ? Stream.of(place + "policy drop") : Stream.empty();
        return Stream.concat(
                policy, chain.rules().stream().map(FirewallRule::text).map(text -> place + text));
    }
}
