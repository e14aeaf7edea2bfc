package dev.netjig.assertions;

import dev.netjig.diagnosis.Explanation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The explanations of the expected failures that assertions on this thread have proven, for a report to take: a test
 * that passes because a packet died deserves a line that says of what.
 */
public final class ProvenCauses {

    /** Nobody may ever take them: only the latest are kept. */
    private static final int MOST = 1000;

    private static final ThreadLocal<Deque<Explanation>> CAUSES = ThreadLocal.withInitial(ArrayDeque::new);

    private ProvenCauses() {}

    /** Those since the last call on this thread, in order. */
    public static List<Explanation> take() {
        List<Explanation> taken = List.copyOf(CAUSES.get());
        CAUSES.remove();
        return taken;
    }

    static void add(Explanation explanation) {
        Deque<Explanation> causes = CAUSES.get();
        causes.addLast(explanation);
        if (causes.size() > MOST) {
            causes.removeFirst();
        }
    }
}
