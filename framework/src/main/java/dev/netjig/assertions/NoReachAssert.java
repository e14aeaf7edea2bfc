package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;
import dev.netjig.diagnosis.Observation;
import dev.netjig.testbed.Obligation;
import org.assertj.core.api.AbstractAssert;

/**
 * A destination that must not be reached: asserts nothing until {@link #because} says why. A test that forgets it fails
 * when its testbed closes.
 */
public final class NoReachAssert extends AbstractAssert<NoReachAssert, Observation> {

    private final Obligation reasonOwed;

    NoReachAssert(Observation actual, Obligation reasonOwed) {
        super(actual, NoReachAssert.class);
        this.reasonOwed = reasonOwed;
    }

    /**
     * Requires that the packet died of exactly this, and that the evidence proves it.
     *
     * @throws AssertionError if it arrived, or died of something else; the message shows what was expected and seen
     * @throws InconclusiveException if the evidence does not prove what it died of
     */
    public Explanation because(Reason reason) {
        reasonOwed.settle();
        Explanation explanation =
                actual.explanation().orElseThrow(() -> failure("%s", ReachTexts.shouldNotReach(reason, actual)));
        if (!explanation.isProven()) {
            throw new InconclusiveException(ReachTexts.inconclusive(reason, explanation), explanation);
        }
        if (!reason.matches(explanation.cause())) {
            throw failure("%s", ReachTexts.otherReason(reason, explanation));
        }
        ProvenCauses.add(explanation);
        return explanation;
    }
}
