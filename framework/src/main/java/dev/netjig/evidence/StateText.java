package dev.netjig.evidence;

import dev.netjig.kernel.rtnetlink.AddressEntry;
import dev.netjig.kernel.rtnetlink.LinkState;
import dev.netjig.kernel.rtnetlink.NeighbourEntry;
import dev.netjig.kernel.rtnetlink.RouteEntry;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of namespaces as people read it, in the words of {@code ip} and {@code nft}. */
final class StateText {

    private final NamespaceState state;

    private StateText(NamespaceState state) {
        this.state = state;
    }

    static String of(List<NamespaceState> states) {
        return states.stream().map(state -> new StateText(state).text()).collect(Collectors.joining("\n"));
    }

    private String text() {
        return "netns " + state.netns() + "\n"
                + block("devices", state.links().stream().map(this::link))
                + block("addresses", state.addresses().stream().map(this::address))
                + block("routes", state.routes().stream().map(this::route))
                + block("neighbours", state.neighbours().stream().map(this::neighbour))
                + block("packet filters", state.chains().stream().flatMap(StateText::chain))
                + block(
                        "sysctls that netjig set, or that are otherwise than in a fresh namespace",
                        state.sysctls().entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue()))
                + block("not told", state.missing().stream());
    }

    private static String block(String title, Stream<String> lines) {
        List<String> all = lines.toList();
        return all.isEmpty() ? "" : "  " + title + "\n    " + String.join("\n    ", all) + "\n";
    }

    private String link(LinkState link) {
        return named(link.toString(), " master #");
    }

    private String address(AddressEntry address) {
        return named(address.toString(), " dev #");
    }

    private String route(RouteEntry route) {
        return route.toString(state::devName);
    }

    private String neighbour(NeighbourEntry neighbour) {
        return named(neighbour.toString(), " dev #");
    }

    /** {@code dev #2} as {@code dev eth0}. */
    private String named(String text, String before) {
        int at = text.indexOf(before);
        if (at < 0) {
            return text;
        }
        int begin = at + before.length();
        int end = begin;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        String name = state.devName(Integer.parseInt(text.substring(begin, end)));
        return text.substring(0, begin - 1) + name + text.substring(end);
    }

    private static Stream<String> chain(FirewallChain chain) {
        String head = "chain " + chain.path()
                + chain.hook().map(hook -> " hook " + hook).orElse("")
                + chain.policy().map(policy -> " policy " + policy).orElse("")
                + chain.comment().map(comment -> "  # " + comment).orElse("");
        return Stream.concat(Stream.of(head), chain.rules().stream().map(StateText::rule));
    }

    private static String rule(FirewallRule rule) {
        return "  " + rule.number() + ": " + rule.text()
                + (rule.packets().isPresent() ? "  (" + rule.packets().getAsLong() + " packets)" : "")
                + rule.comment().map(comment -> "  # " + comment).orElse("");
    }
}
