package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;

/**
 * A packet did not arrive and the evidence does not say why, so that an expected reason is neither proven nor refuted.
 * The JUnit extension aborts the test for it, and fails it in strict mode.
 */
public final class InconclusiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    /** For who decides on evidence outside of netjig's own assertions too. */
    public InconclusiveException(String text, Explanation explanation) {
        super(text);
        this.explanation = explanation;
    }

    public Explanation explanation() {
        return explanation;
    }
}
