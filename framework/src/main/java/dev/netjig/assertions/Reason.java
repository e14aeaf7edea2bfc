package dev.netjig.assertions;

import dev.netjig.diagnosis.Cause;
import java.util.function.Predicate;

/** Why a test expects a packet not to arrive. Made by {@link Reasons}. */
public final class Reason {

    private final String description;
    private final Predicate<Cause> matches;

    Reason(String description, Predicate<Cause> matches) {
        this.description = description;
        this.matches = matches;
    }

    /** Whether {@code cause} is this reason. */
    public boolean matches(Cause cause) {
        return matches.test(cause);
    }

    /** This reason or another, where a test cannot know which comes first. */
    public Reason or(Reason other) {
        return new Reason(description + ", or " + other.description, matches.or(other.matches));
    }

    /** After "because …". */
    @Override
    public String toString() {
        return description;
    }
}
