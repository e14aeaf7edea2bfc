package dev.netjig.diagnosis;

import dev.netjig.probe.Capture;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.FirewallOwner;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that watches the namespaces of a testbed while a probe is under way. */
final class Watch implements AutoCloseable {

    private final Map<String, NetworkNamespace> namespaces = new LinkedHashMap<>();
    private final Map<String, Ruleset> rulesets = new LinkedHashMap<>();
    private final Map<String, SnmpCounters> counters = new LinkedHashMap<>();
    private final List<NftTrace> traces = new ArrayList<>();
    private final List<String> notLookedAt = new ArrayList<>();
    private final Capture capture;

    private Watch(List<NetworkNamespace> all) {
        all.forEach(netns -> namespaces.put(netns.name(), netns));
        all.forEach(netns -> rulesets.put(netns.name(), ruleset(netns)));
        all.forEach(netns -> counters.put(netns.name(), SnmpCounters.of(netns)));
        this.capture = Capture.start(all);
    }

    static Watch over(List<NetworkNamespace> all) {
        Watch watch = new Watch(all);
        try {
            watch.arm();
            return watch;
        } catch (RuntimeException failed) {
            watch.close();
            throw failed;
        }
    }

    NetworkNamespace netns(String name) {
        NetworkNamespace netns = namespaces.get(name);
        if (netns == null) {
            throw new IllegalArgumentException("netns " + name + " is not watched");
        }
        return netns;
    }

    List<NetworkNamespace> namespaces() {
        return List.copyOf(namespaces.values());
    }

    List<Sighting> sightings() {
        return capture.sightings();
    }

    List<NftTrace> traces() {
        return traces;
    }

    /** The packet filter of {@code netns} as it was before the probe. */
    Ruleset rulesetBefore(String netns) {
        return Optional.ofNullable(rulesets.get(netns)).orElseGet(() -> new Ruleset(List.of()));
    }

    /** How much a protocol counter of {@code netns} grew since the watch began. */
    long grown(String netns, String counter) {
        SnmpCounters before = counters.get(netns);
        return before == null ? 0 : SnmpCounters.of(netns(netns)).since(before, counter);
    }

    /** The namespaces that have rules of iptables-legacy, which no trace shows. */
    List<String> withLegacyRules() {
        return rulesets.entrySet().stream()
                .filter(entry -> entry.getValue().chains().stream()
                        .anyMatch(chain -> chain.owner() == FirewallOwner.IPTABLES_LEGACY))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> notLookedAt() {
        return List.copyOf(notLookedAt);
    }

    @Override
    public void close() {
        try {
            capture.close();
        } finally {
            traces.forEach(NftTrace::close);
        }
    }

    private void arm() {
        for (NetworkNamespace netns : namespaces.values()) {
            boolean hasChains = rulesetBefore(netns.name()).chains().stream()
                    .anyMatch(chain -> chain.owner() == FirewallOwner.NFTABLES);
            if (hasChains) {
                try {
                    traces.add(NftTrace.open(netns));
                } catch (RuntimeException refused) {
                    notLookedAt.add("nftables trace in " + netns.name() + ": " + refused.getMessage());
                }
            }
        }
    }

    private Ruleset ruleset(NetworkNamespace netns) {
        try {
            return netns.ruleset();
        } catch (RuntimeException refused) {
            notLookedAt.add("packet filter of " + netns.name() + ": " + refused.getMessage());
            return new Ruleset(List.of());
        }
    }
}
