package dev.netjig.assertions;

import dev.netjig.testbed.Testbed;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a live topology as a whole: who reaches whom. */
public final class TestbedAssert extends AbstractAssert<TestbedAssert, Testbed> {

    private UnaryOperator<ReachabilityProbes> options = UnaryOperator.identity();

    TestbedAssert(Testbed actual) {
        super(actual, TestbedAssert.class);
    }

    /** {@link #hasReachability} asks only these namespaces. */
    public TestbedAssert among(String... namespaces) {
        return with(probes -> probes.among(namespaces));
    }

    /** {@link #hasReachability} asks over IPv6. */
    public TestbedAssert ipv6() {
        return with(ReachabilityProbes::ipv6);
    }

    /** {@link #hasReachability} asks by a connection to this port of each namespace. */
    public TestbedAssert tcp(int port) {
        return with(probes -> probes.tcp(port));
    }

    /** {@link #hasReachability} asks by a datagram to this port of each namespace, which a program there must answer. */
    public TestbedAssert udp(int port) {
        return with(probes -> probes.udp(port));
    }

    /**
     * The namespaces reach each other exactly as {@code table} says, and where they do not, then for the reason that it
     * gives:
     *
     * <pre>{@code
     *       node  red   blue
     * node  -     yes   yes
     * red   yes   -     no 1
     * blue  yes   no 1  -
     * 1: the policy of chain FORWARD dropped it in node
     * }</pre>
     *
     * <p>A row is for a sender, a column for a receiver, which is asked at its first global address. The order of rows and
     * columns, the numbers, the alignment and empty lines make no difference. A failure shows the table as it should be
     * to pass: start with an empty one, and paste what you agree with.
     *
     * @throws AssertionError if a cell is otherwise; the message explains each of them
     * @throws InconclusiveException if nothing is otherwise, but a reason that the table expects is not proven
     */
    public TestbedAssert hasReachability(String table) {
        isNotNull();
        return has(table, options.apply(ReachabilityProbes.over(actual)).send());
    }

    TestbedAssert has(String table, ReachabilityMatrix matrix) {
        ReachabilityTable wanted = parse(table, matrix);
        List<ReachabilityTable.Pair> doubtful = matrix.table().pairs().stream()
                .filter(pair -> wanted.isObstructed(pair)
                        && matrix.find(pair).flatMap(Reach::doubt).isPresent())
                .toList();
        List<ReachabilityTable.Pair> differing = Stream.concat(matrix.table().pairs().stream(), wanted.pairs().stream())
                .distinct()
                .filter(pair -> !doubtful.contains(pair)
                        && !wanted.cell(pair).equals(matrix.table().cell(pair)))
                .toList();
        if (!differing.isEmpty()) {
            throw failure("%s", ReachabilityTexts.shouldHave(actual, wanted, matrix, differing));
        }
        if (!doubtful.isEmpty()) {
            throw new InconclusiveException(
                    ReachabilityTexts.inconclusive(actual, wanted, matrix, doubtful),
                    matrix.find(doubtful.get(0)).flatMap(Reach::doubt).orElseThrow());
        }
        matrix.reaches().forEach(reach -> reach.explanation().ifPresent(ProvenCauses::add));
        return this;
    }

    private TestbedAssert with(UnaryOperator<ReachabilityProbes> option) {
        UnaryOperator<ReachabilityProbes> before = options;
        options = probes -> option.apply(before.apply(probes));
        return this;
    }

    private ReachabilityTable parse(String table, ReachabilityMatrix matrix) {
        try {
            return ReachabilityTableParser.parse(table);
        } catch (IllegalArgumentException unreadable) {
            String problem = String.valueOf(unreadable.getMessage());
            throw failure("%s", ReachabilityTexts.unreadable(actual, table, matrix, problem));
        }
    }
}
