package dev.netjig.diagnosis;

/** How sure an explanation is of its cause. */
public enum Confidence {
    /** Kernel evidence about this very packet, or about the one thing that could have become of it, says so. */
    PROVEN,
    /** The best reading of the evidence, which does not exclude another. */
    INFERRED
}
