package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.netjig.diagnosis.Cause;
import dev.netjig.diagnosis.Diagnosis;
import dev.netjig.diagnosis.Explanation;
import dev.netjig.probe.Capture;
import dev.netjig.probe.Ping;
import dev.netjig.support.NeedsNamespaces;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.testbed.Testbed;
import dev.netjig.testbed.UnsettledException;
import dev.netjig.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whom a namespace reaches: {@code red} has a link to {@code node}, and no other route. */
@NeedsNamespaces
class ReachabilityTests {

    private Testbed testbed;
    private NetworkNamespace red;

    @BeforeEach
    void build() {
        testbed = Testbed.create(Topology.builder()
                .netns("red")
                .vethPair(
                        "veth1-r",
                        pair -> pair.address("192.168.0.1/24")
                                .peer("veth2-r", peer -> peer.netns("red").address("192.168.0.2/24")))
                .build());
        red = testbed.netns("red");
    }

    @AfterEach
    void tearDown() {
        testbed.close();
    }

    @Nested
    class CanReach {

        @Test
        void passes_with_an_answer() {
            assertThat(red).canReach("192.168.0.1").withTtl(64).within(Duration.ofSeconds(1));
        }

        @Test
        void fails_without_an_answer_and_says_why() {
            assertThatThrownBy(() -> assertThat(red).canReach("8.8.8.8"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting netns red\nto reach 8.8.8.8\n"
                            + "but: not sent: ENETUNREACH, Network is unreachable\n"
                            + "A second probe, watched, was not answered either:\n"
                            + explanationOf("8.8.8.8")
                            + "\nTo build this network by hand: testbed.topology().toShellScript()");
        }
    }

    @Nested
    class EventuallyReaches {

        @Test
        void passes_once_there_is_an_answer() throws InterruptedException, ExecutionException {
            ignorePings("1");
            try (Capture capture = Capture.start(List.of(testbed.node()))) {
                CompletableFuture<Void> attention = CompletableFuture.runAsync(() -> {
                    capture.await(sighting -> !sighting.isOutgoing(), Duration.ofSeconds(5));
                    ignorePings("0");
                });

                assertThat(red)
                        .eventuallyReaches("192.168.0.1", Duration.ofSeconds(5))
                        .withTtl(64);
                attention.get();
            }
        }

        @Test
        void fails_after_its_limit_and_says_why() {
            assertThatThrownBy(() -> assertThat(red).eventuallyReaches("8.8.8.8", Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting netns red\nto reach 8.8.8.8 within 50 ms\n"
                            + "but it did not; the last probe, watched:\n"
                            + explanationOf("8.8.8.8")
                            + "\nTo build this network by hand: testbed.topology().toShellScript()");
        }
    }

    @Nested
    class CannotReach {

        @Test
        void passes_with_the_expected_reason() {
            Explanation explanation = assertThat(red).cannotReach("8.8.8.8").because(Reasons.networkUnreachable("red"));

            assertThat(explanation.cause()).isInstanceOf(Cause.NetworkUnreachable.class);
        }

        @Test
        void fails_when_it_is_reached_and_shows_the_path() {
            assertThatThrownBy(
                            () -> assertThat(red).cannotReach("192.168.0.1").because(Reasons.networkUnreachable("red")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                        Expecting netns red
                        not to reach 192.168.0.1 because red has no route (ENETUNREACH)
                        but it did:
                        ping red → 192.168.0.1: reply from 192.168.0.1: ttl=64
                          path:
                            tx red/veth2-r 192.168.0.2 > 192.168.0.1 echo request ttl 64
                            rx node/veth1-r 192.168.0.2 > 192.168.0.1 echo request ttl 64
                            tx node/veth1-r 192.168.0.1 > 192.168.0.2 echo reply ttl 64
                            rx red/veth2-r 192.168.0.1 > 192.168.0.2 echo reply ttl 64
                          packet filters: it met none
                        To build this network by hand: testbed.topology().toShellScript()\
                        """);
        }

        @Test
        void fails_for_another_reason() {
            assertThatThrownBy(() -> assertThat(red).cannotReach("8.8.8.8").because(Reasons.notForwarding("node")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("Expecting netns red\nnot to reach 8.8.8.8 because node does not forward\n"
                            + "but it did not for another reason:\n"
                            + explanationOf("8.8.8.8")
                            + "\nTo build this network by hand: testbed.topology().toShellScript()");
        }

        @Test
        void is_inconclusive_where_the_evidence_does_not_decide() {
            // A limit to echo replies leaves no trace.
            testbed.node().sysctl("net.ipv4.icmp_ratemask", "1");
            testbed.node().sysctl("net.ipv4.icmp_ratelimit", "100000");
            Ping ping = Ping.of(red, "192.168.0.1").timeout(Duration.ofMillis(100));

            InconclusiveException inconclusive = catchThrowableOfType(
                    InconclusiveException.class,
                    () -> assertThat(red).cannotReach(ping).because(Reasons.notForwarding("node")));

            assertThat(inconclusive)
                    .hasMessage("Expecting netns red\nnot to reach 192.168.0.1 because node does not forward\n"
                            + "and it did not, but the evidence does not say why:\n"
                            + inconclusive.explanation().text()
                            + "\nTo build this network by hand: testbed.topology().toShellScript()");
        }

        @Test
        void takes_a_ping_with_a_ttl_of_its_own() {
            assertThatThrownBy(() -> assertThat(red)
                            .cannotReach(Ping.of(red, "192.168.0.1").ttl(7))
                            .because(Reasons.ttlExpired("node")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("tx red/veth2-r 192.168.0.2 > 192.168.0.1 echo request ttl 7\n");
        }

        @Test
        void without_a_reason_fails_when_the_test_ends() {
            StackTraceElement here = new Throwable().getStackTrace()[0];
            assertThat(red).cannotReach("8.8.8.8");

            assertThatThrownBy(testbed::checkSettled)
                    .isInstanceOf(UnsettledException.class)
                    .hasMessage(reasonMissingIn(here));
        }

        @Test
        void without_a_reason_fails_when_its_testbed_closes() {
            StackTraceElement here = new Throwable().getStackTrace()[0];
            assertThat(red).cannotReach("8.8.8.8");

            assertThatThrownBy(testbed::close)
                    .isInstanceOf(UnsettledException.class)
                    .hasMessage(reasonMissingIn(here));
        }

        /** In the line after {@code here}. */
        private static String reasonMissingIn(StackTraceElement here) {
            return "cannotReach(8.8.8.8) on netns red asserts nothing without a reason: add .because(…), at "
                    + here.toString().replace(":" + here.getLineNumber(), ":" + (here.getLineNumber() + 1));
        }
    }

    /** The text of the diagnosis is its own. */
    private String explanationOf(String address) {
        return Observations.textOf(Diagnosis.observe(Ping.of(red, address)));
    }

    private void ignorePings(String value) {
        testbed.node().sysctl("net.ipv4.icmp_echo_ignore_all", value);
    }
}
