package dev.netjig.assertions;

import dev.netjig.testbed.Testbed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Which namespaces reach each other. Its text is what {@link TestbedAssert#hasReachability} takes:
 *
 * <pre>
 *       node  red   blue
 * node  -     yes   yes
 * red   yes   -     no 1
 * blue  yes   no 1  -
 * 1: the policy of chain FORWARD dropped it in node
 * </pre>
 *
 * <p>A row is for a sender, a column for a receiver.
 *
 * @param namespaces their names
 * @param reaches one for each ordered pair of them, row by row
 */
public record ReachabilityMatrix(List<String> namespaces, List<Reach> reaches) {

    public ReachabilityMatrix {
        namespaces = List.copyOf(namespaces);
        reaches = List.copyOf(reaches);
    }

    /** By echo requests over IPv4 among all namespaces of the topology; {@link ReachabilityProbes} can do more. */
    public static ReachabilityMatrix of(Testbed testbed) {
        return ReachabilityProbes.over(testbed).send();
    }

    /**
     * Whether {@code from} reaches {@code to}.
     *
     * @throws NoSuchElementException if that pair was not asked
     */
    public Reach reach(String from, String to) {
        return find(new ReachabilityTable.Pair(from, to))
                .orElseThrow(() -> new NoSuchElementException(
                        "nobody asked whether " + from + " reaches " + to + "; asked were " + namespaces));
    }

    /** The table, to be pasted into a test. */
    public String text() {
        return table().text();
    }

    @Override
    public String toString() {
        return text();
    }

    Optional<Reach> find(ReachabilityTable.Pair pair) {
        return reaches.stream()
                .filter(reach -> reach.from().equals(pair.from()) && reach.to().equals(pair.to()))
                .findFirst();
    }

    ReachabilityTable table() {
        Map<ReachabilityTable.Pair, String> cells = new HashMap<>();
        reaches.forEach(reach -> cells.put(
                new ReachabilityTable.Pair(reach.from(), reach.to()),
                reach.obstacle().orElse("")));
        return new ReachabilityTable(namespaces, cells);
    }
}
