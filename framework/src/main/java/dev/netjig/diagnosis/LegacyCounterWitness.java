package dev.netjig.diagnosis;

import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.Ruleset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * iptables-legacy leaves no trace, only counters. The namespaces are the test's own, so a counter of a dropping rule or
 * policy that grew while the probe was under way, in a namespace where the packet was last seen, counted the probe.
 */
final class LegacyCounterWitness implements Witness {

    private static final Pattern DROPS = Pattern.compile("-j (DROP|REJECT)\\b");

    @Override
    public Optional<Finding> testify(Scene scene) {
        for (String netns : scene.watch().withLegacyRules()) {
            if (mayHaveDiedIn(scene, netns)) {
                Optional<Finding> finding = compare(scene, netns);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }

    /** The packet died where it was last seen, or at the sender if it was never seen. */
    private static boolean mayHaveDiedIn(Scene scene, String netns) {
        String last = scene.trail()
                .last()
                .map(sighting -> sighting.netns())
                .orElse(scene.sender().name());
        return last.equals(netns);
    }

    private static Optional<Finding> compare(Scene scene, String netns) {
        Ruleset before = scene.watch().rulesetBefore(netns);
        Ruleset now = scene.watch().netns(netns).ruleset();
        for (FirewallChain chain : now.chains()) {
            if (chain.owner() == FirewallOwner.IPTABLES_LEGACY) {
                Optional<FirewallChain> earlier = before.chains().stream()
                        .filter(known -> known.path().equals(chain.path()))
                        .findFirst();
                Optional<Culprit> culprit = earlier.flatMap(known -> culprit(scene, netns, known, chain));
                if (culprit.isPresent()) {
                    return Optional.of(finding(scene, netns, culprit.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Culprit> culprit(Scene scene, String netns, FirewallChain before, FirewallChain now) {
        String hook = now.hook().orElse(now.name());
        for (int i = 0; i < Math.min(before.rules().size(), now.rules().size()); i++) {
            FirewallRule rule = now.rules().get(i);
            Matcher drops = DROPS.matcher(rule.text());
            if (drops.find() && grew(before.rules().get(i).packets(), rule.packets())) {
                return Optional.of(new Culprit.Rule(
                        hook, now.path(), rule.text(), rule.number(), OptionalLong.empty(), rule.comment()));
            }
        }
        return now.drops() && grew(before.policyPackets(), now.policyPackets())
                ? Optional.of(new Culprit.Policy(hook, now.path(), Author.ofPolicy(scene, netns, now)))
                : Optional.empty();
    }

    private static boolean grew(OptionalLong before, OptionalLong now) {
        return now.orElse(0) > before.orElse(0);
    }

    private static Finding finding(Scene scene, String netns, Culprit culprit) {
        Evidence counted = new Evidence(
                "iptables-legacy -L -v", "in " + netns + ", the packet counter of " + culprit.describe() + " grew");
        return Rejection.of(scene, netns, culprit)
                .map(answer ->
                        Finding.proven(new Cause.Rejected(netns, culprit, answer.text()), counted, answer.evidence()))
                .orElseGet(() -> Finding.proven(new Cause.Dropped(netns, culprit), counted));
    }
}
