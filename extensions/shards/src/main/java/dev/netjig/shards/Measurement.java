package dev.netjig.shards;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What each top-level class costs: its tests, and what comes before the first of them. Not from its start to its end, for in
 * parallel runs a class waits between its tests while others run.
 */
final class Measurement {

    private final TestPlan plan;
    private final LongSupplier nanos;
    private final Map<UniqueId, Long> since = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> spent = new ConcurrentHashMap<>();

    Measurement(TestPlan plan, LongSupplier nanos) {
        this.plan = plan;
        this.nanos = nanos;
    }

    /** The first child ends its parent's set-up. */
    void started(TestIdentifier started) {
        plan.getParent(started).ifPresent(this::finished);
        since.put(started.getUniqueIdObject(), nanos.getAsLong());
    }

    void finished(TestIdentifier finished) {
        Long start = since.remove(finished.getUniqueIdObject());
        if (start != null) {
            classOf(finished)
                    .ifPresent(type ->
                            spent.computeIfAbsent(type, key -> new LongAdder()).add(nanos.getAsLong() - start));
        }
    }

    Map<String, Long> millis() {
        return spent.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Math.max(
                                1,
                                TimeUnit.NANOSECONDS.toMillis(entry.getValue().sum()))));
    }

    private Optional<String> classOf(TestIdentifier identifier) {
        Optional<String> above = plan.getParent(identifier).flatMap(this::classOf);
        return above.or(() -> identifier.getSource().flatMap(TopLevelClass::of));
    }
}
