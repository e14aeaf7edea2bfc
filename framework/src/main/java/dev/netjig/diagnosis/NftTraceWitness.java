package dev.netjig.diagnosis;

import dev.netjig.kernel.nfnetlink.NftTraceEvent;
import dev.netjig.probe.Packet;
import dev.netjig.probe.PacketReader;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallRule;
import dev.netjig.testbed.Ruleset;
import java.util.Optional;
import java.util.OptionalLong;

/** The nftables trace: the chain, and the rule or policy, whose verdict on this packet was drop. */
final class NftTraceWitness implements Witness {

    @Override
    public Optional<Finding> testify(Scene scene) {
        for (NftTrace trace : scene.watch().traces()) {
            for (NftTraceEvent event : trace.events()) {
                if (event.dropped() && isOurs(scene, event)) {
                    return Optional.of(finding(scene, trace.netns(), event));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(Scene scene, NftTraceEvent event) {
        return packet(event)
                .filter(packet ->
                        scene.trail().isOurs(packet, true) || scene.trail().isOurs(packet, false))
                .isPresent();
    }

    private static Optional<Packet> packet(NftTraceEvent event) {
        return event.headers().map(headers -> PacketReader.read(headers.etherType(), headers.bytes()));
    }

    private static Finding finding(Scene scene, String netns, NftTraceEvent event) {
        Ruleset ruleset = scene.watch().rulesetBefore(netns);
        Optional<FirewallChain> chain = ruleset.chain(event.table(), event.chain());
        String hook = chain.flatMap(FirewallChain::hook).orElse(event.chain());
        String path = event.family() + " " + event.table() + " " + event.chain();
        Culprit culprit = culprit(scene, netns, chain, event, hook, path);
        Evidence traced = new Evidence(
                "nftrace",
                "in " + netns + ", chain " + path + " gave verdict drop to the "
                        + packet(event).map(Packet::toString).orElse("packet") + " by "
                        + (event.byPolicy()
                                ? "its policy"
                                : "rule handle " + event.ruleHandle().orElse(0)));
        return Rejection.of(scene, netns, culprit)
                .map(answer ->
                        Finding.proven(new Cause.Rejected(netns, culprit, answer.text()), traced, answer.evidence()))
                .orElseGet(() -> Finding.proven(new Cause.Dropped(netns, culprit), traced));
    }

    private static Culprit culprit(
            Scene scene, String netns, Optional<FirewallChain> chain, NftTraceEvent event, String hook, String path) {
        if (event.byPolicy()) {
            return new Culprit.Policy(hook, path, chain.flatMap(known -> Author.ofPolicy(scene, netns, known)));
        }
        OptionalLong handle = event.ruleHandle();
        Optional<FirewallRule> rule = chain.flatMap(known -> known.rules().stream()
                .filter(candidate -> candidate.handle().equals(handle))
                .findFirst());
        return new Culprit.Rule(
                hook,
                path,
                rule.map(FirewallRule::text).orElse("handle " + handle.orElse(0)),
                rule.map(FirewallRule::number).orElse(0),
                handle,
                rule.flatMap(FirewallRule::comment));
    }
}
