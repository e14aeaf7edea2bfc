package dev.netjig.topology.plan;

import dev.netjig.topology.Chain;
import dev.netjig.topology.Policy;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The base chains of {@code table ip netjig}, at the priorities of the iptables chains of the same meaning. */
enum NftChain {
    PREROUTING("filter", "prerouting", "raw"),
    INPUT("filter", "input", "filter"),
    FORWARD("filter", "forward", "filter"),
    OUTPUT("filter", "output", "filter"),
    POSTROUTING("filter", "postrouting", "mangle"),
    PREROUTING_NAT("nat", "prerouting", "dstnat"),
    POSTROUTING_NAT("nat", "postrouting", "srcnat");

    private final String type;
    private final String hook;
    private final String priority;
    private final Pattern word;

    NftChain(String type, String hook, String priority) {
        this.type = type;
        this.hook = hook;
        this.priority = priority;
        this.word = Pattern.compile("\\b" + name() + "\\b");
    }

    static NftChain of(Chain chain) {
        return valueOf(chain.name());
    }

    /** The chains that a raw command names, and that must exist for it. */
    static List<NftChain> namedBy(String command) {
        return Stream.of(values())
                .filter(chain -> chain.word.matcher(command).find())
                .toList();
    }

    String header(Policy policy) {
        return "type " + type + " hook " + hook + " priority " + priority + "; policy "
                + policy.name().toLowerCase(Locale.ROOT) + ";";
    }
}
