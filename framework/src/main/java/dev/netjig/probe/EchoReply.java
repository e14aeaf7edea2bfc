package dev.netjig.probe;

import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;

/**
 * The answer to an echo request.
 *
 * @param from its source address
 * @param ttl the ttl (hop limit) that it arrived with
 * @param rtt from the request to the answer
 */
public record EchoReply(InetAddress from, int ttl, Duration rtt) {

    /** As ping prints it. */
    @Override
    public String toString() {
        return "reply from " + IpLiteral.format(from) + ": ttl=" + ttl;
    }
}
