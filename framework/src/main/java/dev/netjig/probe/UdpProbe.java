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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One UDP datagram from a namespace, and whether something answers it. */
public final class UdpProbe {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);
    private static final byte[] PAYLOAD = "netjig".getBytes(StandardCharsets.US_ASCII);

    private final NetworkNamespace from;
    private final InetSocketAddress to;
    private Duration timeout = DEFAULT_TIMEOUT;

    private UdpProbe(NetworkNamespace from, InetSocketAddress to) {
        this.from = from;
        this.to = to;
    }

    public static UdpProbe of(NetworkNamespace from, InetAddress to, int port) {
        return new UdpProbe(from, new InetSocketAddress(to, port));
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
        InetAddress address = to.getAddress();
        int family = address instanceof Inet4Address ? Const.AF_INET : Const.AF_INET6;
        long started = System.nanoTime();
        try (Fd socket = from.open(() -> Sys.socket(family, Const.SOCK_DGRAM, 0, "UDP probe"))) {
            // Connected, so that the kernel reports ICMP errors to this socket.
            Optional<Errno> failure = Sys.tryConnect(socket, SocketAddress.of(address, to.getPort()));
            if (failure.isEmpty()) {
                failure = Sys.trySend(socket, PAYLOAD, null);
            }
            boolean answered = false;
            if (failure.isEmpty()) {
                int events = Sys.poll(socket, Const.POLLIN, timeout);
                failure = events == 0 ? Optional.of(Errno.ETIMEDOUT) : Sys.pendingError(socket);
                answered = failure.isEmpty();
            }
            return new UdpResult(from.name(), to, failure, answered, Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
