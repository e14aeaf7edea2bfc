package dev.netjig.suites.faults;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.assertions.NetjigAssertions;
import dev.netjig.assertions.NoReachAssert;
import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.probe.Probe;
import dev.netjig.testbed.Testbed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What netjig said of a fault. Each is sown once, for the claim that is right and for the one that is not.
 *
 * @param explanation empty if the probe was answered
 * @param right what the true claim met with; empty if it was proven
 * @param wrong what the false claim met with; empty if it was proven
 */
record Outcome(
        Fault fault,
        Optional<Explanation> explanation,
        Optional<Throwable> right,
        Fault other,
        Optional<Throwable> wrong) {

    private static final Map<String, Outcome> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

    /** Sows the fault, or waits for who does so already. */
    static Outcome of(Fault fault) {
        synchronized (LOCKS.computeIfAbsent(fault.id(), unlocked -> new Object())) {
            Outcome known = KNOWN.get(fault.id());
            if (known == null) {
                known = observe(fault);
                KNOWN.put(fault.id(), known);
            }
            return known;
        }
    }

    boolean isUnknown() {
        return right.filter(InconclusiveException.class::isInstance).isPresent();
    }

    String verdict() {
        return isProven() ? "proven" : isUnknown() ? "unknown" : "WRONG";
    }

    /** Whether the tracepoint told of a drop that fits the cause. */
    boolean isConfirmedByTheKernel() {
        return isProven() && explanation.filter(known -> known.tier() == 1).isPresent();
    }

    /** Whether the tracepoint told of a drop that does not. */
    boolean isDoubtedByTheKernel() {
        return !isProven()
                && explanation
                        .filter(known -> known.tier() == 1 && !(known.cause() instanceof Cause.Unknown))
                        .isPresent();
    }

    boolean isProven() {
        return right.isEmpty();
    }

    private static Outcome observe(Fault fault) {
        try (Testbed testbed = fault.sow()) {
            Probe probe = fault.probe().apply(testbed);
            NoReachAssert lost = NetjigAssertions.assertThat(probe.from()).cannotReach(probe);
            Explanation[] explanation = new Explanation[1];
            Optional<Throwable> right = thrownBy(() -> explanation[0] = lost.because(fault.reason()));
            Optional<Explanation> explained = right.filter(InconclusiveException.class::isInstance)
                    .map(unknown -> ((InconclusiveException) unknown).explanation())
                    .or(() -> Optional.ofNullable(explanation[0]));
            Fault other = otherThan(fault, explained);
            return new Outcome(fault, explained, right, other, thrownBy(() -> lost.because(other.reason())));
        }
    }

    /** The next fault in the catalogue that is not due to the same cause. */
    private static Fault otherThan(Fault fault, Optional<Explanation> explained) {
        int start = Catalogue.faults().indexOf(fault);
        int size = Catalogue.faults().size();
        for (int i = 1; i < size; i++) {
            Fault other = Catalogue.faults().get((start + i) % size);
            boolean same = other.reason().toString().equals(fault.reason().toString())
                    || explained
                            .filter(known -> other.reason().matches(known.cause()))
                            .isPresent();
            if (!same) {
                return other;
            }
        }
        throw new IllegalStateException("all faults have the reason of " + fault);
    }

    private static Optional<Throwable> thrownBy(Runnable claim) {
        try {
            claim.run();
            return Optional.empty();
        } catch (InconclusiveException | AssertionError refused) {
            return Optional.of(refused);
        }
    }
}
