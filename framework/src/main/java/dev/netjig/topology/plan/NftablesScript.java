package dev.netjig.topology.plan;

import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.IfName;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.Policy;
import dev.netjig.topology.RawRule;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.TypedRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The firewall of a namespace as {@code nft -f} reads it: one {@code table ip netjig} with the chains that are needed.
 *
 * <p>Only syntax that nftables 1.0.6 (Debian 12) knows. Rules count, as iptables' always do, so that a test can ask
 * whether they were hit; raw ones stay as they were written.
 */
final class NftablesScript {

    private static final String INDENT = "    ";
    private static final Pattern SINGLE_RULE = Pattern.compile("(add|insert|replace) rule [^;{}\\n]*");

    private final Map<NftChain, List<String>> blocks = new EnumMap<>(NftChain.class);

    /** Commands after the table: raw ones, and what is declared after them, so that rules keep their order. */
    private final List<String> commands = new ArrayList<>();

    private NftablesScript() {}

    static String of(Firewall firewall) {
        NftablesScript script = new NftablesScript();
        script.addChains(firewall);
        firewall.masquerades()
                .forEach(nat -> script.block(NftChain.POSTROUTING_NAT).add(masquerade(nat)));
        firewall.rules().forEach(script::add);
        return script.text();
    }

    private void addChains(Firewall firewall) {
        for (Declared<ChainPolicySpec> policy : firewall.policies()) {
            NftChain chain = NftChain.of(policy.spec().chain());
            blocks.put(chain, new ArrayList<>(List.of(chain.header(policy.spec().policy()), comment(policy.origin()))));
        }
        for (Declared<FirewallRuleSpec> rule : firewall.rules()) {
            if (rule.spec().body() instanceof RawRule raw) {
                NftChain.namedBy(raw.text()).forEach(this::block);
            } else if (rule.spec().body() instanceof TypedRule typed) {
                block(NftChain.of(typed.chain()));
            }
        }
    }

    private List<String> block(NftChain chain) {
        return blocks.computeIfAbsent(chain, unseen -> new ArrayList<>(List.of(chain.header(Policy.ACCEPT))));
    }

    private void add(Declared<FirewallRuleSpec> rule) {
        if (rule.spec().body() instanceof RawRule raw) {
            commands.add(raw(raw.text().strip(), rule.origin()));
        } else if (rule.spec().body() instanceof TypedRule typed) {
            String text = typed(typed, rule.origin());
            if (commands.isEmpty()) {
                block(NftChain.of(typed.chain())).add(text);
            } else {
                commands.add("add rule ip netjig " + typed.chain() + " " + text);
            }
        }
    }

    /** A comment is added where it is safe: at the end of a single rule that has none. */
    private static String raw(String text, Origin origin) {
        boolean takesComment = SINGLE_RULE.matcher(text).matches() && !text.contains("comment");
        return takesComment ? text + " " + comment(origin) : text;
    }

    private static String masquerade(Declared<MasqueradeSpec> declared) {
        MasqueradeSpec masquerade = declared.spec();
        StringBuilder rule = new StringBuilder();
        address(rule, "saddr", masquerade.source());
        masquerade.oifname().ifPresent(oif -> device(rule, "oifname" + (oif.negated() ? " !=" : ""), oif.name()));
        return rule.append("counter masquerade ")
                .append(comment(declared.origin()))
                .toString();
    }

    private static String typed(TypedRule rule, Origin origin) {
        StringBuilder text = new StringBuilder();
        rule.iifname().ifPresent(device -> device(text, "iifname", device));
        rule.oifname().ifPresent(device -> device(text, "oifname", device));
        rule.source().ifPresent(cidr -> address(text, "saddr", cidr));
        rule.destination().ifPresent(cidr -> address(text, "daddr", cidr));
        rule.protocol()
                .filter(name -> rule.dport().isEmpty())
                .ifPresent(name -> text.append("ip protocol ").append(name).append(' '));
        rule.dport()
                .ifPresent(port -> text.append(rule.protocol().orElseThrow())
                        .append(" dport ")
                        .append(port)
                        .append(' '));
        return text.append("counter ")
                .append(verdict(rule))
                .append(' ')
                .append(comment(origin))
                .toString();
    }

    private static String verdict(TypedRule rule) {
        String verdict = rule.target().name().toLowerCase(Locale.ROOT);
        RejectWith answer = rule.rejectWith().orElse(RejectWith.PORT_UNREACHABLE);
        return rule.target() == Target.REJECT ? verdict + " with " + answer.nftables() : verdict;
    }

    private static void device(StringBuilder rule, String keyword, IfName device) {
        rule.append(keyword).append(" \"").append(device).append("\" ");
    }

    private static void address(StringBuilder rule, String keyword, Cidr cidr) {
        if (!cidr.isDefault()) {
            rule.append("ip ").append(keyword).append(' ').append(cidr).append(' ');
        }
    }

    private static String comment(Origin origin) {
        return "comment \"" + origin.comment() + '"';
    }

    private String text() {
        StringBuilder text = new StringBuilder("table ip netjig {\n");
        blocks.forEach((chain, lines) -> {
            text.append(INDENT).append("chain ").append(chain).append(" {\n");
            lines.forEach(
                    line -> text.append(INDENT).append(INDENT).append(line).append('\n'));
            text.append(INDENT).append("}\n");
        });
        text.append("}\n");
        commands.forEach(command -> text.append(command).append('\n'));
        return text.toString();
    }
}
