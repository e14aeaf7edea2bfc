package dev.netjig.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** A cause with what speaks for it. */
record Finding(Cause cause, Confidence confidence, List<Evidence> evidence) {

    Finding {
        evidence = List.copyOf(evidence);
    }

    static Finding proven(Cause cause, Evidence... evidence) {
        return new Finding(cause, Confidence.PROVEN, List.of(evidence));
    }

    static Finding proven(Cause cause, List<Evidence> evidence) {
        return new Finding(cause, Confidence.PROVEN, evidence);
    }

    static Finding inferred(Cause cause, Evidence... evidence) {
        return new Finding(cause, Confidence.INFERRED, List.of(evidence));
    }

    /** The same with more evidence. */
    Finding and(Evidence... more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(List.of(more));
        return new Finding(cause, confidence, all);
    }

    /** The same as a guess: something that may have been the cause as well was not seen. */
    Finding asGuess() {
        return new Finding(cause, Confidence.INFERRED, evidence);
    }

    boolean isProven() {
        return confidence == Confidence.PROVEN;
    }
}
