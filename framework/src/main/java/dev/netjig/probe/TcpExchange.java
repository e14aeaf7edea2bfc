package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Const;
import dev.netjig.kernel.libc.SocketAddress;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One attempt to connect and what comes back for it. The connection is given up as soon as it is made. */
final class TcpExchange implements Exchange {

    private final NetworkNamespace from;
    private final Endpoint to;
    private final ProbeSocket socket;
    private final Stopwatch time = new Stopwatch();
    private boolean connected;
    private @Nullable Errno refusal;
    private @Nullable Errno failure;

    private TcpExchange(NetworkNamespace from, Endpoint to, ProbeSocket socket) {
        this.from = from;
        this.to = to;
        this.socket = socket;
    }

    static TcpExchange open(NetworkNamespace from, Endpoint to) {
        return new TcpExchange(from, to, ProbeSocket.open(from, to, Const.SOCK_STREAM));
    }

    @Override
    public Flow flow() {
        return new Flow.Tcp(socket.port(), OptionalLong.empty());
    }

    @Override
    public Optional<Errno> send() {
        time.start();
        Optional<Errno> outcome = Sys.tryConnect(socket.fd(), SocketAddress.of(to.address(), to.port()));
        connected = outcome.isEmpty();
        refusal = outcome.filter(errno -> !errno.equals(Errno.EINPROGRESS)).orElse(null);
        return Optional.ofNullable(refusal);
    }

    /** An ICMP error ends it here, though the kernel would go on and try the SYN again. */
    @Override
    public boolean await(Duration timeout) {
        if (connected || refusal != null || failure != null) {
            return true;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        if (Sys.poll(socket.fd(), Const.POLLOUT, timeout) == 0) {
            time.gaveUpAt(deadline);
            return false;
        }
        boolean heard = socket.drainErrors();
        failure = Sys.pendingError(socket.fd()).orElse(heard ? socket.lastErrno() : null);
        connected = failure == null;
        return true;
    }

    @Override
    public TcpResult result() {
        Optional<Errno> ended = Optional.ofNullable(refusal).or(() -> Optional.ofNullable(failure));
        return new TcpResult(
                from.name(),
                to,
                Optional.ofNullable(refusal),
                connected ? Optional.empty() : ended.or(() -> Optional.of(Errno.ETIMEDOUT)),
                socket.errors(),
                SocketAddress.parse(Sys.getsockname(socket.fd())),
                connected || ended.isPresent() ? time.elapsed() : time.waited());
    }

    @Override
    public void close() {
        socket.close();
    }
}
