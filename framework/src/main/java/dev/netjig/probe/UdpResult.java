package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one datagram met with.
 *
 * @param netns the namespace that sent it
 * @param refusal why the sender's own kernel refused to send it
 * @param failure EPERM, ECONNREFUSED … or ETIMEDOUT when nothing came back in time; empty if a datagram came back
 * @param errors ICMP errors about the datagram
 */
public record UdpResult(
        String netns,
        Endpoint to,
        Optional<Errno> refusal,
        Optional<Errno> failure,
        List<IcmpError> errors,
        Duration elapsed)
        implements ProbeResult {

    public UdpResult {
        errors = List.copyOf(errors);
    }

    /** Whether a datagram came back. */
    public boolean answered() {
        return failure.isEmpty();
    }

    @Override
    public boolean isAnswered() {
        return answered();
    }

    @Override
    public String summary() {
        return Summaries.of(this, failure, "answered", elapsed);
    }

    @Override
    public String toString() {
        return "udp " + netns + " → " + to.hostAndPort() + ": " + summary();
    }
}
