package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.topology.IpLiteral;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * What one datagram met with.
 *
 * @param netns the namespace that sent it
 * @param failure EPERM, ECONNREFUSED … or ETIMEDOUT when nothing came back in time
 * @param answered whether a datagram came back
 */
public record UdpResult(
        String netns, InetSocketAddress destination, Optional<Errno> failure, boolean answered, Duration elapsed) {

    @Override
    public String toString() {
        return "udp " + netns + " → " + IpLiteral.format(destination.getAddress()) + ":" + destination.getPort() + ": "
                + failure.map(errno -> errno + " after " + elapsed.toMillis() + " ms")
                        .orElse("answered");
    }
}
