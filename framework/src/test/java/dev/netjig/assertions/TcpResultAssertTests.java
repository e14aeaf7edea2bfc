package dev.netjig.assertions;

import static dev.netjig.assertions.NetjigAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netjig.kernel.Errno;
import dev.netjig.probe.Endpoint;
import dev.netjig.probe.TcpResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TcpResultAssertTests {

    private static final Endpoint BLUE = Endpoint.tcp("192.168.0.3", 80);

    private final TcpResult connected = result(Optional.empty());
    private final TcpResult refused = result(Optional.of(Errno.ECONNREFUSED));

    @Test
    void passes_with_a_connection() {
        assertThat(connected).isConnected();
    }

    @Test
    void fails_without_a_connection() {
        assertThatThrownBy(() -> assertThat(refused).isConnected())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting tcp red → 192.168.0.3:80
                        to be connected
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
                        Expecting tcp red → 192.168.0.3:80
                        to fail with ETIMEDOUT, Connection timed out
                        but: ECONNREFUSED, Connection refused""");
    }

    @Test
    void fails_without_the_failure() {
        assertThatThrownBy(() -> assertThat(connected).failsWith(Errno.ETIMEDOUT))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting tcp red → 192.168.0.3:80
                        to fail with ETIMEDOUT, Connection timed out
                        but: connected""");
    }

    @Test
    void fails_without_a_result() {
        assertThatThrownBy(() -> assertThat((TcpResult) null).failsWith(Errno.ETIMEDOUT))
                .isInstanceOf(AssertionError.class)
                .hasMessage("\nExpecting actual not to be null");
    }

    private static TcpResult result(Optional<Errno> failure) {
        return new TcpResult("red", BLUE, Optional.empty(), failure, List.of(), Optional.empty(), Duration.ofMillis(3));
    }
}
