package dev.netjig.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netjig.probe.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The texts that depend on a second probe, which a real kernel cannot be made to answer differently. */
class ReachTextsTests {

    private static final Endpoint BLUE = Endpoint.icmp("192.168.0.3");

    @Test
    void the_second_probe_was_answered() {
        assertThat(ReachTexts.shouldReach(Results.silence(), Observations.reached()))
                .isEqualTo("""
                    Expecting netns red
                    to reach 192.168.0.3
                    but: no reply within 1000 ms
                    A second probe, watched, was answered:
                    ping red → 192.168.0.3: reply from 192.168.0.3: ttl=64
                      path: nothing was seen on any device
                      packet filters: it met none
                    To build this network by hand: testbed.topology().toShellScript()\
                    """);
    }

    @Test
    void the_last_probe_was_answered() {
        assertThat(ReachTexts.shouldReachEventually(BLUE, Duration.ofMillis(50), Observations.reached()))
                .isEqualTo("""
                    Expecting netns red
                    to reach 192.168.0.3 within 50 ms
                    but it did only after that:
                    ping red → 192.168.0.3: reply from 192.168.0.3: ttl=64
                      path: nothing was seen on any device
                      packet filters: it met none
                    To build this network by hand: testbed.topology().toShellScript()\
                    """);
    }
}
