package dev.netjig.suites.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.kernel.bpf.DropTracer;
import dev.netjig.suites.support.NeedsRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Every fault of the catalogue gets the explanation that it should have, and no other. */
class FaultTests {

    private static final int MOST_UNKNOWN = 2;

    static List<Fault> faults() {
        return Catalogue.faults();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void is_explained_rightly(Fault fault) throws Throwable {
        Throwable refused = Outcome.of(fault).right().orElse(null);
        if (refused instanceof InconclusiveException unknown) {
            throw new TestAbortedException(unknown.getMessage(), unknown);
        }
        if (refused != null) {
            throw refused;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void another_claim_is_refuted_by_the_true_one(Fault fault) {
        Outcome outcome = Outcome.of(fault);
        assertThat(outcome.wrong())
                .as("the claim that %s", outcome.other().reason())
                .hasValueSatisfying(refused -> assertThat(refused)
                        .hasMessageContaining(outcome.other().reason().toString()));
        outcome.explanation()
                .filter(known -> outcome.isProven())
                .ifPresent(known -> assertThat(outcome.wrong())
                        .hasValueSatisfying(refused -> assertThat(refused)
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining(known.cause().summary())));
    }

    @Test
    void hardly_any_stays_unknown() throws IOException {
        List<Outcome> outcomes = Catalogue.faults().stream().map(Outcome::of).toList();
        write(outcomes);
        assertThat(outcomes.stream().filter(Outcome::isUnknown).map(Outcome::fault))
                .hasSizeLessThanOrEqualTo(MOST_UNKNOWN);
    }

    /**
     * Where the kernel's tracepoint told of the packet's end, it was in the same namespace and for a reason that fits the
     * cause: a finding that it contradicts is not proven. Of what is lost without being dropped it tells nothing.
     */
    @Test
    @NeedsRoot("a BPF program at the tracepoint kfree_skb is loaded by the machine's root only")
    void both_tiers_of_evidence_agree() {
        assumeThat(DropTracer.unavailableBecause()).isEmpty();
        assumeThat(Integer.getInteger("netjig.tier", 1)).isPositive();
        List<Outcome> outcomes = Catalogue.faults().stream().map(Outcome::of).toList();
        assertThat(outcomes.stream().filter(Outcome::isDoubtedByTheKernel).map(Outcome::fault))
                .isEmpty();
        assertThat(outcomes.stream().filter(Outcome::isConfirmedByTheKernel).map(Outcome::fault))
                .hasSizeGreaterThan(outcomes.size() / 3);
    }

    @Test
    void the_catalogue_is_large_and_each_fault_has_its_own_name() {
        assertThat(Catalogue.faults())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Fault::id)
                .doesNotHaveDuplicates();
    }

    /** What the documentation of netjig may quote. */
    private static void write(List<Outcome> outcomes) throws IOException {
        Path table = Path.of("target", "faults.txt");
        Files.createDirectories(table.getParent());
        Files.write(
                table,
                outcomes.stream()
                        .map(outcome -> String.format(
                                "%-7s | tier %d | %-34s | %-60s | %s",
                                outcome.verdict(),
                                outcome.isConfirmedByTheKernel() ? 1 : 0,
                                outcome.fault().id(),
                                outcome.fault().title(),
                                outcome.explanation().map(Explanation::line).orElse("not explained as expected")))
                        .toList());
    }
}
