package dev.netjig.testbed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code iptables-save -c}, of either backend: its chains with their policies, rules and packet counters. */
final class IptablesListing {

    private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+) \\[(\\d+):\\d+]");
    private static final Pattern RULE = Pattern.compile("(?:\\[(\\d+):(\\d+)] )?-A (\\S+) ?(.*)");
    private static final Pattern COMMENT =
            Pattern.compile("-m comment --comment (?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)) ?");

    private IptablesListing() {}

    static List<FirewallChain> parse(String listing) {
        return parse("ip", listing);
    }

    /** @param family {@code ip6} for what ip6tables prints */
    static List<FirewallChain> parse(String family, String listing) {
        Map<String, FirewallChain> chains = new LinkedHashMap<>();
        String table = "";
        for (String line : listing.lines().toList()) {
            Matcher chain = CHAIN.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (line.startsWith("*")) {
                table = line.substring(1);
            } else if (chain.matches()) {
                chains.put(table + " " + chain.group(1), chain(family, table, chain));
            } else if (rule.matches()) {
                chains.computeIfPresent(
                        table + " " + rule.group(3),
                        (key, known) -> with(known, rule(known.rules().size() + 1, rule)));
            }
        }
        return List.copyOf(chains.values());
    }

    private static FirewallChain chain(String family, String table, Matcher chain) {
        boolean builtIn = !chain.group(2).equals("-");
        return new FirewallChain(
                FirewallOwner.IPTABLES_LEGACY,
                family,
                table,
                chain.group(1),
                builtIn ? Optional.of(table.equals("nat") ? "nat" : "filter") : Optional.empty(),
                builtIn ? Optional.of(chain.group(1).toLowerCase(Locale.ROOT)) : Optional.empty(),
                builtIn ? Optional.of(chain.group(2).toLowerCase(Locale.ROOT)) : Optional.empty(),
                OptionalLong.of(Long.parseLong(chain.group(3))),
                Optional.empty(),
                List.of());
    }

    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    private static FirewallRule rule(int number, Matcher rule) {
        Matcher comment = COMMENT.matcher(rule.group(4));
        Optional<String> words = comment.find()
                ? Optional.of(comment.group(1) == null ? comment.group(2) : unescaped(comment.group(1)))
                : Optional.empty();
        String bare = COMMENT.matcher(rule.group(4)).replaceAll("").strip();
        return new FirewallRule(number, bare, OptionalLong.empty(), count(rule, 1), count(rule, 2), words);
    }

    private static OptionalLong count(Matcher rule, int group) {
        return rule.group(group) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(rule.group(group)));
    }

    private static FirewallChain with(FirewallChain chain, FirewallRule rule) {
        List<FirewallRule> rules = new ArrayList<>(chain.rules());
        rules.add(rule);
        return chain.with(rules);
    }
}
