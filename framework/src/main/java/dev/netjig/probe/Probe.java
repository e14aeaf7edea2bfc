package dev.netjig.probe;

import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;

/** One attempt to reach something from a namespace, as it is to be made. */
public sealed interface Probe permits Ping, TcpProbe, UdpProbe {

    /** The usual probe for {@code to}: one echo request, one connection or one datagram. */
    static Probe of(NetworkNamespace from, Endpoint to) {
        return switch (to.protocol()) {
            case ICMP -> Ping.of(from, to.address());
            case TCP -> TcpProbe.of(from, to.address(), to.port());
            case UDP -> UdpProbe.of(from, to.address(), to.port());
        };
    }

    /** The namespace that sends. */
    NetworkNamespace from();

    Endpoint to();

    /** How long to wait for an answer. */
    Duration timeout();

    /** The exchange, ready to be sent, for who wants to look in between. */
    Exchange open();

    /** Sends it and waits for what comes back. */
    default ProbeResult run() {
        try (Exchange exchange = open()) {
            if (exchange.send().isEmpty()) {
                exchange.await(timeout());
            }
            return exchange.result();
        }
    }
}
