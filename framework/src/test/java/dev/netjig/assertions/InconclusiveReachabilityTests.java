package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netjig.diagnosis.Observation;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.Networks;
import dev.netjig.testbed.Testbed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loss whose cause is not known, which a real kernel cannot be asked for. */
@NeedsNamespaces
class InconclusiveReachabilityTests {

    private static final String UNKNOWN = """
              red   blue
        red   -     no 1
        blue  yes   -
        1: unknown; it was last seen in blue
        """;

    private Testbed testbed;

    @BeforeEach
    void build() {
        testbed = Testbed.create(Networks.bridge().build());
    }

    @AfterEach
    void tearDown() {
        testbed.close();
    }

    @Test
    void is_inconclusive_where_another_cause_is_expected() {
        assertThatThrownBy(() -> hasReachability(UNKNOWN.replaceFirst("1: .*", "1: blue does not forward")))
                .isInstanceOf(InconclusiveException.class)
                .hasMessage("""
                        Expecting testbed of node, red, blue
                        to have this reachability, a row for a sender and a column for a receiver:
                              red  blue
                        red   -    no 1
                        blue  yes  -
                        1: blue does not forward
                        but it has:
                              red  blue
                        red   -    no 1
                        blue  yes  -
                        1: unknown; it was last seen in blue
                        and the evidence does not prove every reason that is expected
                        red → blue is expected: no: blue does not forward
                        but is: no: unknown; it was last seen in blue
                        """ + Observations.textOf(Observations.inconclusive())
                        + "\nTo build this network by hand: testbed.topology().toShellScript()");
    }

    @Test
    void is_inconclusive_where_the_table_was_pasted() {
        InconclusiveException inconclusive =
                catchThrowableOfType(InconclusiveException.class, () -> hasReachability(UNKNOWN));

        assertThat(inconclusive.explanation().text()).isEqualTo(Observations.textOf(Observations.inconclusive()));
    }

    @Test
    void fails_where_an_answer_is_expected() {
        assertThatThrownBy(() -> hasReachability(UNKNOWN.replace("no 1", "yes ")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("red → blue is expected: yes\nbut is: no: unknown; it was last seen in blue\n");
    }

    @Test
    void fails_where_something_else_differs() {
        assertThatThrownBy(() -> hasReachability(UNKNOWN.replace("yes ", "no 1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\nblue → red is expected: no: unknown; it was last seen in blue\nbut is: yes\n")
                .hasMessageNotContaining("red → blue is expected");
    }

    private void hasReachability(String table) {
        Observation lost = Observations.inconclusive();
        Reach there = Reach.lost(
                "red",
                "blue",
                Ping.of(testbed.netns("red"), "192.168.0.3"),
                lost.explanation().orElseThrow());
        Reach back = Reach.answered("blue", "red", Ping.of(testbed.netns("blue"), "192.168.0.2"));
        NetjigAssertions.assertThat(testbed)
                .has(table, new ReachabilityMatrix(List.of("red", "blue"), List.of(there, back)));
    }
}
