package dev.netjig.assertions;

import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.probe.Probe;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one namespace reaches another, and if not, why: one cell of a {@link ReachabilityMatrix}. */
public final class Reach {

    private final String from;
    private final String to;
    private final @Nullable Probe probe;
    private final @Nullable Explanation explanation;
    private final String obstacle;

    private Reach(String from, String to, @Nullable Probe probe, @Nullable Explanation explanation, String obstacle) {
        this.from = from;
        this.to = to;
        this.probe = probe;
        this.explanation = explanation;
        this.obstacle = obstacle;
    }

    static Reach answered(String from, String to, Probe probe) {
        return new Reach(from, to, probe, null, "");
    }

    static Reach lost(String from, String to, Probe probe, Explanation explanation) {
        return new Reach(from, to, probe, explanation, ReasonOf.words(explanation));
    }

    /** @param obstacle why nothing could be sent */
    static Reach unasked(String from, String to, String obstacle) {
        return new Reach(from, to, null, null, obstacle);
    }

    /** The sender's namespace. */
    public String from() {
        return from;
    }

    /** The receiver's namespace. */
    public String to() {
        return to;
    }

    /** Why it is not reached, in the words of {@link Reasons}; empty if it is. */
    public Optional<String> obstacle() {
        return obstacle.isEmpty() ? Optional.empty() : Optional.of(obstacle);
    }

    /** What became of the probe that was lost. */
    public Optional<Explanation> explanation() {
        return Optional.ofNullable(explanation);
    }

    /** The explanation, if it does not prove the obstacle. */
    Optional<Explanation> doubt() {
        return explanation().filter(lost -> !lost.isProven());
    }

    /** All that is known of it; one more probe is sent, under watch, if it is reached. */
    String text() {
        if (explanation != null) {
            return explanation.text();
        }
        return probe == null ? obstacle : Diagnosis.observe(probe).text();
    }

    /** {@code red → blue: yes}. */
    @Override
    public String toString() {
        return from + " → " + to + ": " + obstacle().map(why -> "no: " + why).orElse("yes");
    }
}
