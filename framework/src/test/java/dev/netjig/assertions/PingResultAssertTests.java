package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.IcmpError;
import dev.netjig.probe.PingResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PingResultAssertTests {

    private final PingResult answered = Results.answered(64, Duration.ofNanos(50_000));
    private final PingResult silence = Results.silence();
    private final PingResult refused = Results.refused(Errno.ENETUNREACH);
    private final PingResult rejected = Results.failed(Results.unreachable(3, "192.168.0.1"));

    @Nested
    class IsAnswered {

        @Test
        void passes_with_a_reply() {
            assertThat(answered).isAnswered();
        }

        @Test
        void fails_without_a_reply() {
            assertThatThrownBy(() -> assertThat(silence).isAnswered())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be answered
                            but: no reply within 1000 ms""");
        }

        @Test
        void fails_with_an_error() {
            assertThatThrownBy(() -> assertThat(rejected).isAnswered())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be answered
                            but: From 192.168.0.1: Destination Port Unreachable""");
        }

        @Test
        void says_what_the_test_calls_it() {
            assertThatThrownBy(() -> assertThat(silence).as("blue is there").isAnswered())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            [blue is there] Expecting ping red → 192.168.0.3
                            to be answered
                            but: no reply within 1000 ms""");
        }

        @Test
        void fails_without_a_result() {
            assertThatThrownBy(() -> assertThat((PingResult) null).isAnswered())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("\nExpecting actual not to be null");
        }
    }

    @Nested
    class IsAnsweredWithTtl {

        @Test
        void passes_with_this_ttl() {
            assertThat(answered).isAnsweredWithTtl(64);
        }

        @Test
        void fails_with_another_ttl() {
            assertThatThrownBy(() -> assertThat(answered).isAnsweredWithTtl(63))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be answered with ttl 63
                            but: reply from 192.168.0.3: ttl=64""");
        }

        @Test
        void fails_without_a_reply() {
            assertThatThrownBy(() -> assertThat(silence).isAnsweredWithTtl(63))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be answered
                            but: no reply within 1000 ms""");
        }
    }

    @Nested
    class IsLost {

        @Test
        void passes_when_nothing_came() {
            assertThat(silence).isLost();
        }

        @Test
        void fails_with_a_reply() {
            assertThatThrownBy(() -> assertThat(answered).isLost())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be lost in silence
                            but: reply from 192.168.0.3: ttl=64""");
        }

        @Test
        void fails_with_an_error() {
            assertThatThrownBy(() -> assertThat(rejected).isLost())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be lost in silence
                            but: From 192.168.0.1: Destination Port Unreachable""");
        }

        @Test
        void fails_when_it_was_not_sent() {
            assertThatThrownBy(() -> assertThat(refused).isLost())
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be lost in silence
                            but: not sent: ENETUNREACH, Network is unreachable""");
        }
    }

    @Nested
    class IsRefusedWith {

        @Test
        void passes_with_this_errno() {
            assertThat(refused).isRefusedWith(Errno.ENETUNREACH);
        }

        @Test
        void fails_with_another_errno() {
            assertThatThrownBy(() -> assertThat(refused).isRefusedWith(Errno.EPERM))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be refused by its own kernel with EPERM, Operation not permitted
                            but: not sent: ENETUNREACH, Network is unreachable""");
        }

        @Test
        void fails_when_it_was_sent() {
            assertThatThrownBy(() -> assertThat(silence).isRefusedWith(Errno.EPERM))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to be refused by its own kernel with EPERM, Operation not permitted
                            but: no reply within 1000 ms""");
        }
    }

    @Nested
    class HasIcmpError {

        @Test
        void passes_with_this_error() {
            assertThat(rejected).hasIcmpError(3, 3, "192.168.0.1");
        }

        @Test
        void passes_with_this_error_among_others() {
            assertThat(Results.failed(Results.unreachable(1, "192.168.0.1"), Results.unreachable(13, "192.168.0.7")))
                    .hasIcmpError(3, 13, "192.168.0.7");
        }

        @Test
        void fails_with_another_code() {
            assertThatThrownBy(() -> assertThat(rejected).hasIcmpError(3, 1, "192.168.0.1"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to meet with an ICMP error of type 3 code 1 (Destination Host Unreachable) from 192.168.0.1
                            but: From 192.168.0.1: Destination Port Unreachable""");
        }

        @Test
        void fails_with_another_type() {
            assertThatThrownBy(() -> assertThat(rejected).hasIcmpError(11, 0, "192.168.0.1"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to meet with an ICMP error of type 11 code 0 (Time to live exceeded) from 192.168.0.1
                            but: From 192.168.0.1: Destination Port Unreachable""");
        }

        @Test
        void fails_with_other_offenders_and_names_all() {
            PingResult twice =
                    Results.failed(Results.unreachable(1, "192.168.0.1"), Results.unreachable(13, "192.168.0.7"));
            assertThatThrownBy(() -> assertThat(twice).hasIcmpError(3, 1, "192.168.0.9"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to meet with an ICMP error of type 3 code 1 (Destination Host Unreachable) from 192.168.0.9
                            but: From 192.168.0.1: Destination Host Unreachable, From 192.168.0.7: Packet filtered""");
        }

        @Test
        void fails_with_an_error_of_its_own_kernel() {
            PingResult local = Results.failed(new IcmpError(Errno.EHOSTUNREACH, true, 0, 0, Optional.empty(), 0));
            assertThatThrownBy(() -> assertThat(local).hasIcmpError(3, 1, "192.168.0.1"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to meet with an ICMP error of type 3 code 1 (Destination Host Unreachable) from 192.168.0.1
                            but: local error: EHOSTUNREACH, No route to host""");
        }

        @Test
        void fails_with_a_reply() {
            assertThatThrownBy(() -> assertThat(answered).hasIcmpError(3, 1, "192.168.0.1"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                            Expecting ping red → 192.168.0.3
                            to meet with an ICMP error of type 3 code 1 (Destination Host Unreachable) from 192.168.0.1
                            but: reply from 192.168.0.3: ttl=64""");
        }
    }
}
