package dev.netjig.picture;

import dev.netjig.picture.Tag.Kind;
import dev.netjig.topology.ChainPolicySpec;
import dev.netjig.topology.Declared;
import dev.netjig.topology.FirewallRuleSpec;
import dev.netjig.topology.MasqueradeSpec;
import dev.netjig.topology.RouteSpec;
import dev.netjig.topology.Spec;
import dev.netjig.topology.SysctlSpec;
import dev.netjig.topology.Topology;
import dev.netjig.topology.TypedRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what the stack of a namespace is told: routes, rules, settings. */
final class TagReader {

    private static final String IPV4 = "net.ipv4.";
    private static final String ANY = "net.";

    private TagReader() {}

    static List<Tag> tags(Topology topology, String netns) {
        return topology.declarations().stream()
                .flatMap(declared -> tag(declared, netns).stream())
                .sorted(Comparator.comparing(Tag::kind))
                .toList();
    }

    private static Optional<Tag> tag(Declared<?> declared, String netns) {
        Spec spec = declared.spec();
        if (spec instanceof ChainPolicySpec policy && policy.netns().equals(netns)) {
            return tag(Kind.FILTER, policy.chain() + " policy " + policy.policy(), declared);
        }
        if (spec instanceof FirewallRuleSpec rule && rule.netns().equals(netns)) {
            return tag(Kind.FILTER, rule(rule), declared);
        }
        if (spec instanceof MasqueradeSpec nat && nat.netns().equals(netns)) {
            String out = nat.oifname()
                    .map(oif -> (oif.negated() ? " out not by " : " out by ") + oif.name())
                    .orElse("");
            return tag(Kind.NAT, "masquerade " + nat.source() + out, declared);
        }
        if (spec instanceof RouteSpec route && route.netns().equals(netns)) {
            return tag(Kind.ROUTE, route.arguments(), declared);
        }
        if (spec instanceof SysctlSpec sysctl && sysctl.netns().equals(netns)) {
            return tag(Kind.SYSCTL, shortened(sysctl.key()) + " = " + sysctl.value(), declared);
        }
        return Optional.empty();
    }

    private static Optional<Tag> tag(Kind kind, String text, Declared<?> declared) {
        String full = declared.spec() + "\n" + declared.origin();
        return Optional.of(new Tag(
                kind,
                text,
                full,
                Optional.of(declared.spec()),
                Optional.of(declared.origin().comment())));
    }

    /** The words of iptables, without those for what everybody knows. */
    private static String rule(FirewallRuleSpec rule) {
        if (!(rule.body() instanceof TypedRule typed)) {
            return rule.body().toString();
        }
        return typed.toString()
                .replace(" iifname ", " in ")
                .replace(" oifname ", " out ")
                .replace(" source ", " from ")
                .replace(" destination ", " to ")
                .replace(" protocol ", " ")
                .replace(" dport ", " port ");
    }

    private static String shortened(String key) {
        if (key.startsWith(IPV4)) {
            return key.substring(IPV4.length());
        }
        return key.startsWith(ANY) ? key.substring(ANY.length()) : key;
    }
}
