package dev.netjig.diagnosis;

import dev.netjig.probe.Capture;
import dev.netjig.probe.Flow;
import dev.netjig.probe.Packet;
import dev.netjig.probe.Sighting;
import dev.netjig.testbed.NetworkNamespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that watches the namespaces of a testbed while probes are under way, one after the other. */
final class Watch implements AutoCloseable {

    private final Map<String, NetworkNamespace> namespaces = new LinkedHashMap<>();
    private final Map<String, SnmpCounters> counters = new LinkedHashMap<>();
    private final Map<String, FilterWatch> filters = new LinkedHashMap<>();
    private final Wiring wiring;
    private final Capture capture;
    private final DropWatch drops;
    /** How many sightings are of probes that are over. */
    private int forgotten;

    private Watch(List<NetworkNamespace> all) {
        all.forEach(netns -> namespaces.put(netns.name(), netns));
        this.wiring = new Wiring(all);
        this.capture = Capture.start(all);
        this.drops = dropsOf(all);
    }

    /** @param flows the packets to follow */
    static Watch over(List<NetworkNamespace> all, List<Flow> flows) {
        Watch watch = new Watch(all);
        try {
            all.forEach(netns -> onOneThread(netns, () -> {
                watch.filters.put(netns.name(), FilterWatch.over(netns, flows));
                watch.counters.put(netns.name(), SnmpCounters.of(netns));
            }));
            return watch;
        } catch (RuntimeException failed) {
            watch.close();
            throw failed;
        }
    }

    /** Forgets what was seen so far: the next probe begins. */
    void forget() {
        forgotten = capture.sightings().size();
        drops.forget();
        namespaces.values().forEach(netns -> {
            filter(netns.name()).forget();
            counters.put(netns.name(), SnmpCounters.of(netns));
        });
    }

    NetworkNamespace netns(String name) {
        NetworkNamespace netns = namespaces.get(name);
        if (netns == null) {
            throw new IllegalArgumentException("netns " + name + " is not watched");
        }
        return netns;
    }

    /** The namespace of that name, if it is watched. */
    Optional<NetworkNamespace> find(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    List<NetworkNamespace> namespaces() {
        return List.copyOf(namespaces.values());
    }

    Wiring wiring() {
        return wiring;
    }

    /** What the kernel dropped since the last call of the packets that {@code wanted} accepts, if this JVM may see it. */
    List<Drop> drops(Predicate<Packet> wanted) {
        return drops.drops(wanted);
    }

    List<Sighting> sightings() {
        List<Sighting> all = capture.sightings();
        return all.subList(forgotten, all.size());
    }

    /** What the packet filters did so far with the packets that {@code wanted} accepts. */
    List<FilterStep> steps(Predicate<Packet> wanted) {
        return filters.values().stream()
                .flatMap(filter -> filter.steps(wanted).stream())
                .toList();
    }

    /** How much a protocol counter of {@code netns} grew since the probe began. */
    long grown(String netns, String counter) {
        return grown(netns, List.of(counter)).getOrDefault(counter, 0L);
    }

    /** The same of several counters at one moment. */
    Map<String, Long> grown(String netns, List<String> names) {
        SnmpCounters now = SnmpCounters.of(netns(netns));
        SnmpCounters before = counters.getOrDefault(netns, now);
        return names.stream().collect(Collectors.toMap(name -> name, name -> now.since(before, name)));
    }

    List<String> notLookedAt() {
        List<String> all = gaps();
        drops.notLookedAt().ifPresent(all::add);
        return all;
    }

    /** What is missing in the path and among the filters' steps, for who does not look for a drop. */
    List<String> gaps() {
        List<String> all = new ArrayList<>();
        filters.values().forEach(filter -> all.addAll(filter.notLookedAt()));
        capture.lost().forEach((netns, frames) -> all.add("capture in " + netns + ": " + frames + " frames were lost"));
        return all;
    }

    /** Whether {@code netns} was watched without gaps. */
    boolean sawAll(String netns) {
        return filter(netns).isComplete();
    }

    @Override
    public void close() {
        try {
            capture.close();
        } finally {
            drops.close();
            filters.forEach((netns, filter) -> onOneThread(netns(netns), filter::close));
        }
    }

    /** All that is asked of a namespace at a time: a thread to enter it costs more than most questions. */
    private static void onOneThread(NetworkNamespace netns, Runnable work) {
        netns.open(() -> {
            work.run();
            return netns;
        });
    }

    private DropWatch dropsOf(List<NetworkNamespace> all) {
        try {
            return DropWatch.over(all);
        } catch (RuntimeException refused) {
            capture.close();
            throw refused;
        }
    }

    private FilterWatch filter(String netns) {
        FilterWatch filter = filters.get(netns);
        if (filter == null) {
            throw new IllegalArgumentException("netns " + netns + " is not watched");
        }
        return filter;
    }
}
