package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.probe.PingResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachAssertTests {

    private final PingResult result = Results.answered(63, Duration.ofNanos(1_234_567));
    private final ReachAssert reached = new ReachAssert(result, Observations::reached);

    @Test
    void keeps_the_result() {
        assertThat(reached.result()).isSameAs(result);
    }

    @Test
    void passes_with_this_ttl() {
        assertThat(reached.withTtl(63)).isSameAs(reached);
    }

    @Test
    void fails_with_another_ttl() {
        assertThatThrownBy(() -> reached.withTtl(64))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting ping red → 192.168.0.3
                        to be answered with ttl 64
                        but: reply from 192.168.0.3: ttl=63""");
    }

    @Test
    void passes_when_the_answer_took_no_longer() {
        assertThat(reached.within(Duration.ofNanos(1_234_567))).isSameAs(reached);
    }

    @Test
    void fails_when_the_answer_took_longer() {
        assertThatThrownBy(() -> reached.within(Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting ping red → 192.168.0.3
                        to be answered within 1000 µs
                        but it took 1234 µs""");
    }
}
