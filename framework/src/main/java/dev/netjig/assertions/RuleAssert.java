package dev.netjig.assertions;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on how often a rule matched since it was added, by its own counter: {@code nft list ruleset},
 * {@code iptables-save -c}.
 *
 * <p>A rule of a nat chain sees the first packet of each flow only: its counter counts flows, and a second ping in the
 * same flow does not move it. A failing {@code canReach} and {@code cannotReach} send packets of their own, which count too.
 *
 * <p>iptables' rules always count, and so do the typed rules and masquerades that netjig installs with nft. A raw nft rule
 * counts if it says {@code counter} before its verdict.
 */
public final class RuleAssert extends AbstractAssert<RuleAssert, FirewallRule> {

    private final NetworkNamespace netns;
    private final FirewallChain chain;

    private RuleAssert(NetworkNamespace netns, FirewallChain chain, FirewallRule actual) {
        super(actual, RuleAssert.class);
        this.netns = netns;
        this.chain = chain;
    }

    /** The only rule, of those in the chains that are {@code wanted}, in whose text or comment all the words are. */
    static RuleAssert find(NetworkNamespace netns, String place, Predicate<FirewallChain> wanted, String words) {
        List<RuleAssert> all = new ArrayList<>();
        for (FirewallChain chain : netns.ruleset().chains()) {
            if (wanted.test(chain)) {
                chain.rules().forEach(rule -> all.add(new RuleAssert(netns, chain, rule)));
            }
        }
        List<RuleAssert> found = all.stream().filter(rule -> rule.has(words)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String expectation = "Expecting netns " + netns.name() + "\nto have one rule \"" + words + "\" in " + place;
        throw new AssertionError(
                found.isEmpty()
                        ? expectation + "\nbut "
                                + (all.isEmpty() ? "there is no rule" : "these are all of them:" + list(all))
                        : expectation + "\nbut these have all its words:" + list(found));
    }

    /** It matched exactly {@code times} packets, or flows if it is in a nat chain. */
    public RuleAssert wasHit(long times) {
        if (packets("to have been hit " + times(times)) != times) {
            throw failure("%s", but("to have been hit " + times(times)));
        }
        return this;
    }

    /** It matched something. */
    public RuleAssert wasHit() {
        if (packets("to have been hit") == 0) {
            throw failure("%s", but("to have been hit"));
        }
        return this;
    }

    /** It matched nothing. */
    public RuleAssert wasNotHit() {
        if (packets("not to have been hit") != 0) {
            throw failure("%s", but("not to have been hit"));
        }
        return this;
    }

    /** The rule as the kernel has it. */
    public FirewallRule rule() {
        return actual;
    }

    private long packets(String expectation) {
        OptionalLong packets = actual.packets();
        if (packets.isEmpty()) {
            throw failure(
                    "%s",
                    "Expecting " + object() + "\n" + expectation + "\nbut it does not count: write \"counter\" before"
                            + " its verdict");
        }
        return packets.getAsLong();
    }

    private String but(String expectation) {
        long packets = actual.packets().orElse(0);
        boolean countsFlows = chain.type().equals(Optional.of("nat"));
        String unit = (countsFlows ? "flow" : "packet") + (packets == 1 ? "" : "s");
        return "Expecting " + object() + "\n" + expectation + "\nbut it was hit by "
                + (packets == 0 ? "nothing" : packets + " " + unit + bytes());
    }

    private String bytes() {
        return actual.bytes().isPresent() ? " (" + actual.bytes().getAsLong() + " bytes)" : "";
    }

    private static String times(long times) {
        return times == 1 ? "once" : times + " times";
    }

    private String object() {
        return "the rule \"" + actual.text() + "\" of chain " + chain.path() + " in netns " + netns.name();
    }

    private boolean has(String wanted) {
        Set<String> words =
                Set.copyOf(words(actual.text() + " " + actual.comment().orElse("")));
        return words.containsAll(words(wanted));
    }

    /** Numbers, names, addresses and options, without the punctuation of nft and of netjig's comments. */
    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\w.:/@*!+-]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String list(List<RuleAssert> rules) {
        return rules.stream()
                .map(rule -> "\n  " + rule.chain.path() + ": " + rule.actual.text()
                        + rule.actual.comment().map(words -> " (" + words + ")").orElse(""))
                .collect(Collectors.joining());
    }
}
