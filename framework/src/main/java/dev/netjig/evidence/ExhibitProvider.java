package dev.netjig.evidence;

import java.util.List;

/**
 * Adds exhibits to tests: what implements it and is named in {@code META-INF/services} is asked after each test that
 * leaves evidence.
 *
 * <pre>{@code
 * public final class NeighbourCount implements ExhibitProvider {
 *
 *     @Override
 *     public List<Exhibit> exhibits(Case test) {
 *         int count = test.testbed().node().neighbours().size(); // now, from the live testbed
 *         return List.of(Exhibit.text("neighbours.txt", () -> count + " neighbours\n")); // later
 *     }
 * }
 * }</pre>
 */
public interface ExhibitProvider {

    /**
     * The exhibits of a test that has just ended, while its testbed is still alive. The test waits for this: collect here
     * what must be asked of the testbed, and leave all other work to the exhibits' content. What is thrown does not change
     * the test's verdict; it is told among the evidence.
     *
     * @param test what happened; with {@link Detail#SUMMARY} little is wanted
     * @return none if there is nothing to show
     */
    List<Exhibit> exhibits(Case test);
}
