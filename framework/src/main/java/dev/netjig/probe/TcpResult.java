package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.topology.IpLiteral;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt to connect met with.
 *
 * @param netns the namespace that connected
 * @param failure ECONNREFUSED, EHOSTUNREACH … or ETIMEDOUT when nothing came back in time; empty if it was connected
 * @param local the address and port that the attempt used
 */
public record TcpResult(
        String netns,
        InetSocketAddress destination,
        Optional<Errno> failure,
        Optional<InetSocketAddress> local,
        Duration elapsed) {

    public boolean isConnected() {
        return failure.isEmpty();
    }

    @Override
    public String toString() {
        return "tcp " + netns + " → " + IpLiteral.format(destination.getAddress()) + ":" + destination.getPort() + ": "
                + failure.map(errno -> errno + " after " + elapsed.toMillis() + " ms")
                        .orElse("connected");
    }
}
