package dev.netjig.jupiter;

import static dev.netjig.assertions.FilterPoint.FORWARD_POLICY;
import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static dev.netjig.assertions.Reasons.droppedBy;
import static dev.netjig.topology.Chain.FORWARD;
import static dev.netjig.topology.Policy.DROP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.netjig.assertions.InconclusiveException;
import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Confidence;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.probe.PingResult;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;

class VerdictsTests {

    @BeforeAll
    static void needs_namespaces() {
        Kit.assumeNamespaces();
    }

    @Routed
    @ChainPolicy(chain = FORWARD, target = DROP)
    static class ExpectedFailureTestCase {

        @Test
        void red_does_not_reach_blue(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach("10.0.2.2").because(droppedBy("node", FORWARD_POLICY));
        }
    }

    @Test
    void the_proven_cause_of_an_expected_failure_is_published() {
        List<String> causes = Kit.run(ExpectedFailureTestCase.class)
                .testEvents()
                .reportingEntryPublished()
                .map(published ->
                        published.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .map(pairs -> pairs.get(Verdicts.CAUSE))
                .toList();

        assertThat(causes)
                .containsExactly("red cannot reach 10.0.2.2: node: the policy of chain ip netjig FORWARD (netjig:"
                        + " @ChainPolicy(chain = FORWARD, target = DROP) on class VerdictsTests.ExpectedFailureTestCase)"
                        + " dropped it");
    }

    @Netns("red")
    static class ForgottenReasonTestCase {

        @Test
        void forgets_because(@Netns("red") NetworkNamespace red) {
            assertThat(red).cannotReach("10.0.2.2");
        }
    }

    @Test
    void an_expected_failure_without_a_reason_fails() {
        Kit.run(ForgottenReasonTestCase.class)
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        test(),
                        finishedWithFailure(message(text -> text.startsWith("cannotReach(10.0.2.2) on netns red asserts"
                                + " nothing without a reason: add .because(…), at ")))));
    }

    @Netns("red")
    static class InconclusiveTestCase {

        @Test
        void nobody_knows() {
            PingResult lost = new PingResult(
                    "red", IpLiteral.parse("10.0.2.2"), Optional.empty(), Optional.empty(), List.of(), Duration.ZERO);
            throw new InconclusiveException(
                    "the evidence does not say why",
                    new Explanation(
                            lost,
                            List.of(),
                            new Cause.Unknown("red", "nowhere"),
                            Confidence.INFERRED,
                            List.of(),
                            List.of()));
        }
    }

    @Test
    void an_inconclusive_test_is_aborted() {
        Kit.builder(InconclusiveTestCase.class)
                .configurationParameter(Prerequisites.STRICT, "false")
                .execute()
                .testEvents()
                .aborted()
                .assertEventsMatchExactly(event(test(), abortedWithReason(message("the evidence does not say why"))));
    }

    @Test
    void in_strict_mode_an_inconclusive_test_fails() {
        Kit.builder(InconclusiveTestCase.class)
                .configurationParameter(Prerequisites.STRICT, "true")
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(test(), finishedWithFailure(message("the evidence does not say why"))));
    }
}
