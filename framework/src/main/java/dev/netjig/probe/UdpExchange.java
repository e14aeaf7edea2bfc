package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One datagram and what comes back for it. */
final class UdpExchange implements Exchange {

    private static final byte[] PAYLOAD = "netjig".getBytes(StandardCharsets.US_ASCII);

    private final NetworkNamespace from;
    private final Endpoint to;
    private final ProbeSocket socket;
    private final Stopwatch time = new Stopwatch();
    private boolean answered;
    private @Nullable Errno refusal;
    private @Nullable Errno failure;

    private UdpExchange(NetworkNamespace from, Endpoint to, ProbeSocket socket) {
        this.from = from;
        this.to = to;
        this.socket = socket;
    }

    static UdpExchange open(NetworkNamespace from, Endpoint to) {
        return new UdpExchange(from, to, ProbeSocket.open(from, to, Const.SOCK_DGRAM));
    }

    @Override
    public Flow flow() {
        return new Flow.Udp(socket.port());
    }

    @Override
    public Optional<Errno> send() {
        time.start();
        // Connected, so that the kernel takes no datagram of anybody else for the answer.
        refusal = Sys.tryConnect(socket.fd(), SocketAddress.of(to.address(), to.port()))
                .or(() -> Sys.trySend(socket.fd(), PAYLOAD, null))
                .orElse(null);
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean await(Duration timeout) {
        if (answered || refusal != null || failure != null) {
            return true;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        if (Sys.poll(socket.fd(), Const.POLLIN, timeout) == 0) {
            time.gaveUpAt(deadline);
            return false;
        }
        boolean heard = socket.drainErrors();
        failure = Sys.pendingError(socket.fd()).orElse(heard ? socket.lastErrno() : null);
        answered = failure == null;
        return true;
    }

    @Override
    public UdpResult result() {
        Optional<Errno> ended = Optional.ofNullable(refusal).or(() -> Optional.ofNullable(failure));
        return new UdpResult(
                from.name(),
                to,
                Optional.ofNullable(refusal),
                answered ? Optional.empty() : ended.or(() -> Optional.of(Errno.ETIMEDOUT)),
                socket.errors(),
                answered || ended.isPresent() ? time.elapsed() : time.waited());
    }

    @Override
    public void close() {
        socket.close();
    }
}
