package dev.netjig.jupiter;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.evidence.Case;
import dev.netjig.evidence.CaseFile;
import dev.netjig.evidence.Exhibits;
import dev.netjig.evidence.Verdict;
import dev.netjig.testbed.Testbed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/**
 * The evidence of one test, in the test's own store: collected when the test has ended and its testbeds are still alive,
 * written in the background while they are taken down, published when JUnit closes the store.
 */
final class TestEvidence implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestEvidence.class);

    private final ExtensionContext context;
    private final EvidenceMode mode;
    private final Optional<Keep> keep;
    private final Map<LiveTestbed, CaseFile> files = new LinkedHashMap<>();
    private final Publication publication;

    private TestEvidence(ExtensionContext context) {
        this.context = context;
        this.mode = EvidenceMode.of(context);
        this.keep = Keep.of(context);
        this.publication = new Publication(context);
    }

    /** That of the test of {@code context}, of which there must be one. */
    static TestEvidence of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestEvidence.class, absent -> new TestEvidence(context), TestEvidence.class);
    }

    /**
     * From now on what happens in {@code testbed} is evidence.
     *
     * @param shared whether it is that of other tests too
     */
    void watch(LiveTestbed live, boolean shared) {
        files.computeIfAbsent(
                live, absent -> shared ? CaseFile.ofOneOfMany(live.testbed()) : CaseFile.of(live.testbed()));
    }

    /** Collects, on the thread of the test: once of each testbed. Where they are to be kept, it takes its time. */
    void collect() {
        Optional<Throwable> failure = context.getExecutionException();
        files.forEach((live, file) -> {
            boolean skipped = live.hasFailed() && isAborted(failure);
            if (!skipped) {
                collect(file, failure);
            }
        });
        List<Testbed> alive = files.keySet().stream()
                .filter(live -> !live.hasFailed())
                .map(LiveTestbed::testbed)
                .toList();
        files.clear();
        if (isUndecided(failure) && !alive.isEmpty()) {
            keep.ifPresent(asked -> asked.hold(context, alive));
        }
    }

    private void collect(CaseFile file, Optional<Throwable> failure) {
        mode.detail(isUndecided(failure)).ifPresent(detail -> {
            Case test = file.close(Verdicts.name(context), verdict(failure), failure, detail);
            publication.add(Exhibits.of(test));
        });
    }

    @Override
    public void close() {
        publication.publish();
    }

    private static Verdict verdict(Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            return Verdict.PASSED;
        }
        return isAborted(failure) ? Verdict.ABORTED : Verdict.FAILED;
    }

    private static boolean isAborted(Optional<Throwable> failure) {
        return failure.filter(TestAbortedException.class::isInstance).isPresent();
    }

    /** An assumption that did not hold is a decision; an explanation that proves nothing is none. */
    private static boolean isUndecided(Optional<Throwable> failure) {
        return failure.filter(thrown -> !isAborted(failure) || thrown.getCause() instanceof InconclusiveException)
                .isPresent();
    }
}
