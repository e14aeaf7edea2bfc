package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.UdpResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UdpResultAssertTests {

    private static final Endpoint BLUE = Endpoint.udp("192.168.0.3", 80);

    private final UdpResult answered = result(Optional.empty());
    private final UdpResult refused = result(Optional.of(Errno.ECONNREFUSED));

    @Test
    void passes_with_an_answer() {
        assertThat(answered).isAnswered();
    }

    @Test
    void fails_without_an_answer() {
        assertThatThrownBy(() -> assertThat(refused).isAnswered())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting udp red → 192.168.0.3:80
                        to be answered
                        but: ECONNREFUSED, Connection refused""");
    }

    @Test
    void passes_with_this_errno() {
        assertThat(refused).failsWith(Errno.ECONNREFUSED);
    }

    @Test
    void fails_with_another_errno() {
        assertThatThrownBy(() -> assertThat(refused).failsWith(Errno.ETIMEDOUT))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting udp red → 192.168.0.3:80
                        to fail with ETIMEDOUT, Connection timed out
                        but: ECONNREFUSED, Connection refused""");
    }

    @Test
    void fails_without_the_failure() {
        assertThatThrownBy(() -> assertThat(answered).failsWith(Errno.ETIMEDOUT))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting udp red → 192.168.0.3:80
                        to fail with ETIMEDOUT, Connection timed out
                        but: answered""");
    }

    @Test
    void fails_without_a_result() {
        assertThatThrownBy(() -> assertThat((UdpResult) null).failsWith(Errno.ETIMEDOUT))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\nExpecting actual not to be null");
    }

    private static UdpResult result(Optional<Errno> failure) {
        return new UdpResult("red", BLUE, Optional.empty(), failure, List.of(), Duration.ofMillis(3));
    }
}
