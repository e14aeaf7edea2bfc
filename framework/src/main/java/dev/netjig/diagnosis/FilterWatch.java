package dev.netjig.diagnosis;

import dev.netjig.probe.Flow;
import dev.netjig.probe.Packet;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Watches the packet filters of one namespace, and knows whether it missed something. */
final class FilterWatch implements AutoCloseable {

    private final NetworkNamespace netns;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<FilterTrace> traces = new ArrayList<>();
    private final List<String> notLookedAt = new ArrayList<>();

    private FilterWatch(NetworkNamespace netns) {
        this.netns = netns;
    }

    /** @param flows the packets to follow */
    static FilterWatch over(NetworkNamespace netns, List<Flow> flows) {
        FilterWatch watch = new FilterWatch(netns);
        try {
            watch.arm(netns.rulesetInNft(), flows);
        } catch (RuntimeException refused) {
            watch.missed("packet filter", refused);
        }
        return watch;
    }

    List<FilterStep> steps(Predicate<Packet> wanted) {
        List<FilterStep> steps = new ArrayList<>();
        traces.forEach(trace -> steps.addAll(trace.steps(wanted)));
        return steps;
    }

    /** Forgets what the filters did so far. */
    void forget() {
        traces.forEach(FilterTrace::forget);
    }

    /** Whether everything that should be seen was seen. */
    boolean isComplete() {
        return notLookedAt.isEmpty() && traces.stream().noneMatch(FilterTrace::isIncomplete);
    }

    List<String> notLookedAt() {
        List<String> all = new ArrayList<>(notLookedAt);
        if (traces.stream().anyMatch(FilterTrace::isIncomplete)) {
            all.add("trace of the packet filter in " + netns.name() + ": more was reported than read");
        }
        return all;
    }

    @Override
    public void close() {
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception failed) {
                missed("end of trace", failed);
            }
        }
    }

    private void arm(Ruleset ruleset, List<Flow> flows) {
        List<FirewallChain> chains = ruleset.chains();
        if (has(chains, FirewallOwner.NFTABLES)) {
            start("trace of nftables", () -> trace(NftTrace.open(netns, ruleset)));
        }
        if (has(chains, FirewallOwner.IPTABLES_LEGACY)) {
            start("trace of iptables-legacy", () -> trace(LegacyTrace.open(netns, ruleset)));
        }
        // Last, and taken away first: what it marks, the others report.
        if (!traces.isEmpty()) {
            start("trace of the packet filter", () -> open.add(0, TraceMark.open(netns, families(chains), flows)));
        }
    }

    private void start(String what, Runnable opening) {
        try {
            opening.run();
        } catch (RuntimeException refused) {
            missed(what, refused);
        }
    }

    private void trace(FilterTrace trace) {
        open.add(trace);
        traces.add(trace);
    }

    private void missed(String what, Exception why) {
        notLookedAt.add(what + " in " + netns.name() + ": " + why.getMessage());
    }

    private static boolean has(List<FirewallChain> chains, FirewallOwner owner) {
        return chains.stream().anyMatch(chain -> chain.owner() == owner);
    }

    private static Set<String> families(List<FirewallChain> chains) {
        Set<String> families = new LinkedHashSet<>(List.of("ip", "ip6"));
        chains.stream()
                .map(chain -> isOfDevice(chain) ? "netdev" : chain.family())
                .filter(Set.of("arp", "bridge", "netdev")::contains)
                .forEach(families::add);
        return families;
    }

    /** The hooks of a device come before, or after, those of its protocols. */
    private static boolean isOfDevice(FirewallChain chain) {
        return chain.hook().filter(Set.of("ingress", "egress")::contains).isPresent();
    }
}
