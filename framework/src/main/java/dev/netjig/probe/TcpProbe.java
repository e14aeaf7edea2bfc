package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import dev.netjig.topology.IpLiteral;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** One TCP connection from a namespace, with the errno that Java's own sockets turn into words. */
public final class TcpProbe {

    /**
     * Longer than the first retransmission of a SYN after one second: an ICMP error for the first SYN is only recorded,
     * the one for the second ends the connect.
     */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(1500);

    private final NetworkNamespace from;
    private final InetSocketAddress to;
    private Duration timeout = DEFAULT_TIMEOUT;

    private TcpProbe(NetworkNamespace from, InetSocketAddress to) {
        this.from = from;
        this.to = to;
    }

    public static TcpProbe of(NetworkNamespace from, InetAddress to, int port) {
        return new TcpProbe(from, new InetSocketAddress(to, port));
    }

    public static TcpProbe of(NetworkNamespace from, String to, int port) {
        return of(from, IpLiteral.parse(to), port);
    }

    /** How long to wait for the connection; 1.5 s unless told. */
    public TcpProbe timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Connects, and closes the connection at once if it is made. */
    public TcpResult connect() {
        InetAddress address = to.getAddress();
        int family = address instanceof Inet4Address ? Const.AF_INET : Const.AF_INET6;
        long started = System.nanoTime();
        try (Fd socket = from.open(() -> Sys.socket(family, Const.SOCK_STREAM, 0, "TCP probe"))) {
            Optional<Errno> outcome = Sys.tryConnect(socket, SocketAddress.of(address, to.getPort()));
            if (outcome.equals(Optional.of(Errno.EINPROGRESS))) {
                outcome = Sys.poll(socket, Const.POLLOUT, timeout) == 0
                        ? Optional.of(Errno.ETIMEDOUT)
                        : Sys.pendingError(socket);
            }
            return new TcpResult(
                    from.name(),
                    to,
                    outcome,
                    SocketAddress.parse(Sys.getsockname(socket)),
                    Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
