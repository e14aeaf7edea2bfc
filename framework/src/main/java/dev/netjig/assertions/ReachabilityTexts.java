package dev.netjig.assertions;

import dev.netjig.testbed.Testbed;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of failed assertions on a reachability matrix. */
final class ReachabilityTexts {

    private ReachabilityTexts() {}

    static String shouldHave(
            Testbed testbed,
            ReachabilityTable wanted,
            ReachabilityMatrix actual,
            List<ReachabilityTable.Pair> differing) {
        return expecting(testbed, wanted.text(), actual) + cells(wanted, actual, differing) + ReachTexts.BY_HAND;
    }

    static String inconclusive(
            Testbed testbed,
            ReachabilityTable wanted,
            ReachabilityMatrix actual,
            List<ReachabilityTable.Pair> doubtful) {
        return expecting(testbed, wanted.text(), actual)
                + "\nand the evidence does not prove every reason that is expected"
                + cells(wanted, actual, doubtful)
                + ReachTexts.BY_HAND;
    }

    static String unreadable(Testbed testbed, String wanted, ReachabilityMatrix actual, String problem) {
        return expecting(testbed, wanted.stripTrailing(), actual) + "\nThe expected table cannot be read: " + problem;
    }

    private static String expecting(Testbed testbed, String wanted, ReachabilityMatrix actual) {
        return "Expecting " + testbed + "\nto have this reachability, a row for a sender and a column for a receiver:\n"
                + wanted + "\nbut it has:\n" + actual.text();
    }

    private static String cells(
            ReachabilityTable wanted, ReachabilityMatrix actual, List<ReachabilityTable.Pair> pairs) {
        return pairs.stream()
                .map(pair -> "\n" + pair + " is expected: " + wanted.cell(pair) + "\nbut is: "
                        + actual.table().cell(pair)
                        + actual.find(pair).map(reach -> "\n" + reach.text()).orElse(""))
                .collect(Collectors.joining());
    }
}
