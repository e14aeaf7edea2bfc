package dev.netjig.diagnosis;

import dev.netjig.probe.Packet;
import dev.netjig.testbed.FirewallChain;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Watches the packet filters of one namespace, and knows which of them it cannot see. */
final class FilterWatch implements AutoCloseable {

    private final NetworkNamespace netns;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<FilterTrace> traces = new ArrayList<>();
    private final List<FirewallChain> unseen = new ArrayList<>();
    private final List<String> notLookedAt = new ArrayList<>();

    private FilterWatch(NetworkNamespace netns) {
        this.netns = netns;
    }

    static FilterWatch over(NetworkNamespace netns) {
        FilterWatch watch = new FilterWatch(netns);
        try {
            watch.arm(netns.ruleset());
        } catch (RuntimeException refused) {
            watch.missed("packet filter", refused);
        }
        return watch;
    }

    List<FilterStep> steps(Predicate<Packet> wanted) {
        List<FilterStep> steps = new ArrayList<>();
        for (FilterTrace trace : List.copyOf(traces)) {
            try {
                steps.addAll(trace.steps(wanted));
            } catch (RuntimeException lost) {
                // More was traced than the kernel queues for one reader. What was seen until now stays true.
                traces.remove(trace);
                missed("trace", lost);
            }
        }
        return steps;
    }

    /** The chains that packets may have met without a trace. */
    List<FirewallChain> unseenChains() {
        return List.copyOf(unseen);
    }

    /** Whether everything that should be seen was seen. */
    boolean isComplete() {
        return notLookedAt.isEmpty();
    }

    List<String> notLookedAt() {
        List<String> all = new ArrayList<>(notLookedAt);
        unseen.forEach(chain -> all.add("chain " + chain.path() + " in " + netns.name() + ": it cannot be traced"));
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

    private void arm(Ruleset ruleset) {
        List<FirewallChain> chains = ruleset.chains();
        chains.stream().filter(FilterWatch::isUntraceable).forEach(unseen::add);
        if (chains.isEmpty()) {
            return;
        }
        boolean nft = has(chains, FirewallOwner.NFTABLES);
        boolean legacy = has(chains, FirewallOwner.IPTABLES_LEGACY);
        try {
            if (nft) {
                started(NftTrace.open(netns, ruleset));
            }
            if (legacy) {
                started(LegacyTrace.open(netns, ruleset));
            }
            // Last: what it marks, the others report.
            open.add(0, TraceMark.open(netns, families(chains)));
        } catch (RuntimeException refused) {
            missed("trace of the packet filter", refused);
        }
    }

    private void started(FilterTrace trace) {
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
        if (chains.stream().anyMatch(chain -> chain.family().equals("bridge"))) {
            families.add("bridge");
        }
        return families;
    }

    /** The hooks of a device come before, or after, every place where a packet can be marked. */
    private static boolean isUntraceable(FirewallChain chain) {
        return chain.family().equals("netdev")
                || chain.hook().equals(Optional.of("ingress"))
                || chain.hook().equals(Optional.of("egress"));
    }
}
