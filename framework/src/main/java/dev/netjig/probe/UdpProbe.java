package dev.netjig.probe;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;

/** One UDP datagram from a namespace, and whether something answers it. */
public final class UdpProbe implements Probe {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    private final NetworkNamespace from;
    private final Endpoint to;
    private Duration timeout = DEFAULT_TIMEOUT;

    private UdpProbe(NetworkNamespace from, Endpoint to) {
        this.from = from;
        this.to = to;
    }

    public static UdpProbe of(NetworkNamespace from, InetAddress to, int port) {
        return new UdpProbe(from, Endpoint.udp(to, port));
    }

    public static UdpProbe of(NetworkNamespace from, String to, int port) {
        return of(from, IpLiteral.parse(to), port);
    }

    /** How long to wait for an answer; one second unless told. */
    public UdpProbe timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Sends one datagram and waits for an answer to it, or for the error that it provokes. */
    public UdpResult send() {
        return (UdpResult) run();
    }

    @Override
    public Exchange open() {
        return new UdpExchange(from, to);
    }

    @Override
    public NetworkNamespace from() {
        return from;
    }

    @Override
    public Endpoint to() {
        return to;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }
}
