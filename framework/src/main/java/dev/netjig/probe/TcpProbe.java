package dev.netjig.probe;

import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.InetAddress;
import java.time.Duration;

/** One TCP connection from a namespace, with the errno that Java's own sockets turn into words. */
public final class TcpProbe implements Probe {

    /** One second, when the kernel would try the SYN again. */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    private final NetworkNamespace from;
    private final Endpoint to;
    private Duration timeout = DEFAULT_TIMEOUT;

    private TcpProbe(NetworkNamespace from, Endpoint to) {
        this.from = from;
        this.to = to;
    }

    public static TcpProbe of(NetworkNamespace from, InetAddress to, int port) {
        return new TcpProbe(from, Endpoint.tcp(to, port));
    }

    public static TcpProbe of(NetworkNamespace from, String to, int port) {
        return of(from, IpLiteral.parse(to), port);
    }

    /** How long to wait for the connection; one second unless told. */
    public TcpProbe timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Connects, and closes the connection at once if it is made. */
    public TcpResult connect() {
        return (TcpResult) run();
    }

    @Override
    public Exchange open() {
        return new TcpExchange(from, to);
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
