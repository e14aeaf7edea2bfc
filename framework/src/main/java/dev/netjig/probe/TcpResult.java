package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt to connect met with.
 *
 * @param netns the namespace that connected
 * @param refusal why the sender's own kernel refused to send anything
 * @param failure ECONNREFUSED, EHOSTUNREACH … or ETIMEDOUT when nothing came back in time; empty if it was connected
 * @param errors ICMP errors about the attempt; a TCP reset is none
 * @param local the address and port that the attempt used
 */
public record TcpResult(
        String netns,
        Endpoint to,
        Optional<Errno> refusal,
        Optional<Errno> failure,
        List<IcmpError> errors,
        Optional<InetSocketAddress> local,
        Duration elapsed)
        implements ProbeResult {

    public TcpResult {
        errors = List.copyOf(errors);
    }

    public boolean isConnected() {
        return failure.isEmpty();
    }

    @Override
    public boolean isAnswered() {
        return isConnected();
    }

    @Override
    public String summary() {
        return Summaries.of(this, failure, "connected", elapsed);
    }

    @Override
    public String toString() {
        return "tcp " + netns + " → " + to.hostAndPort() + ": " + summary();
    }
}
