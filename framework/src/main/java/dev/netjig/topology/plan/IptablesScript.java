package dev.netjig.topology.plan;

import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Cidr;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.IptablesArguments;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.Origin;
import dev.netjig.topology.RawRule;
import dev.netjig.topology.RejectWith;
import dev.netjig.topology.Target;
import dev.netjig.topology.TypedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The firewall of a namespace as {@code iptables-restore --noflush} reads it. */
final class IptablesScript {

    private static final Pattern PLAIN = Pattern.compile("[^\\s\"\\\\#]+");

    private final Map<String, List<String>> tables = new TreeMap<>();

    private IptablesScript() {}

    static String of(Firewall firewall) {
        IptablesScript script = new IptablesScript();
        firewall.policies().forEach(script::addPolicy);
        firewall.masquerades().forEach(script::addMasquerade);
        firewall.rules().forEach(script::addRule);
        return script.text();
    }

    private List<String> table(String name) {
        return tables.computeIfAbsent(name, unseen -> new ArrayList<>());
    }

    /** A policy has no comment in the kernel; the text at least names its author. */
    private void addPolicy(Declared<ChainPolicySpec> declared) {
        ChainPolicySpec policy = declared.spec();
        List<String> table = table(policy.chain().table());
        table.add("# " + declared.origin().comment());
        table.add(policyLine(policy.chain().name(), policy.policy().name()));
    }

    private static String policyLine(String chain, String policy) {
        return ":" + chain + " " + policy + " [0:0]";
    }

    private void addMasquerade(Declared<MasqueradeSpec> declared) {
        MasqueradeSpec masquerade = declared.spec();
        StringBuilder rule = new StringBuilder("-A POSTROUTING");
        address(rule, "-s", masquerade.source());
        masquerade
                .oifname()
                .ifPresent(oif ->
                        rule.append(oif.negated() ? " !" : "").append(" -o ").append(oif.name()));
        comment(rule, declared.origin());
        table("nat").add(rule.append(" -j MASQUERADE").toString());
    }

    private void addRule(Declared<FirewallRuleSpec> declared) {
        if (declared.spec().body() instanceof RawRule raw) {
            addRaw(IptablesArguments.parse(raw.text()), declared.origin());
        } else if (declared.spec().body() instanceof TypedRule typed) {
            table(typed.chain().table()).add(typed(typed, declared.origin()));
        }
    }

    private static String typed(TypedRule rule, Origin origin) {
        StringBuilder text = new StringBuilder("-A ").append(rule.chain());
        rule.source().ifPresent(cidr -> address(text, "-s", cidr));
        rule.destination().ifPresent(cidr -> address(text, "-d", cidr));
        rule.iifname().ifPresent(device -> text.append(" -i ").append(device));
        rule.oifname().ifPresent(device -> text.append(" -o ").append(device));
        rule.protocol().ifPresent(name -> text.append(" -p ").append(name));
        rule.dport()
                .ifPresent(port -> text.append(" -m ")
                        .append(rule.protocol().orElseThrow())
                        .append(" --dport ")
                        .append(port));
        comment(text, origin);
        text.append(" -j ").append(rule.target());
        if (rule.target() == Target.REJECT) {
            RejectWith answer = rule.rejectWith().orElse(RejectWith.PORT_UNREACHABLE);
            text.append(" --reject-with ").append(answer.iptables());
        }
        return text.toString();
    }

    private void addRaw(IptablesArguments arguments, Origin origin) {
        StringBuilder line = new StringBuilder(
                arguments.words().stream().map(IptablesScript::quote).collect(Collectors.joining(" ")));
        if (arguments.addsRule()) {
            comment(line, origin);
        }
        table(arguments.table())
                .add(arguments
                        .policy()
                        .map(words -> policyLine(words.get(0), words.get(1)))
                        .orElse(line.toString()));
    }

    private static void address(StringBuilder rule, String option, Cidr cidr) {
        if (!cidr.isDefault()) {
            rule.append(' ').append(option).append(' ').append(cidr);
        }
    }

    private static void comment(StringBuilder rule, Origin origin) {
        rule.append(" -m comment --comment \"").append(origin.comment()).append('"');
    }

    /** iptables-restore knows double quotes with backslashes, and no others. */
    private static String quote(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        tables.forEach((table, lines) -> {
            text.append('*').append(table).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
            text.append("COMMIT\n");
        });
        return text.toString();
    }
}
