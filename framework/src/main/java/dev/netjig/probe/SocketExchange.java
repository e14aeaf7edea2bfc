package dev.netjig.probe;

import dev.netjig.kernel.Errno;
import dev.netjig.kernel.libc.Fd;
import dev.netjig.kernel.libc.Sys;
import dev.netjig.testbed.NetworkNamespace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What TCP and UDP have in common: a socket that becomes ready when it is answered, or has an error. */
abstract sealed class SocketExchange implements Exchange permits TcpExchange, UdpExchange {

    private final NetworkNamespace from;
    private final Endpoint to;
    private final ProbeSocket socket;
    private final short answer;
    private final Stopwatch time = new Stopwatch();
    private boolean answered;
    private @Nullable Errno refusal;
    private @Nullable Errno failure;

    /** @param answer the event of {@code poll(2)} that an answer is */
    SocketExchange(NetworkNamespace from, Endpoint to, int type, short answer) {
        this.from = from;
        this.to = to;
        this.answer = answer;
        this.socket = ProbeSocket.open(from, to, type);
    }

    /** Sends; the errno of the call, which is EINPROGRESS where the answer is waited for. */
    abstract Optional<Errno> begin();

    @Override
    public final Optional<Errno> send() {
        time.start();
        Optional<Errno> outcome = begin();
        answered = isAnswer(outcome);
        refusal = outcome.filter(errno -> !errno.equals(Errno.EINPROGRESS)).orElse(null);
        return Optional.ofNullable(refusal);
    }

    /** Whether the call that sends is answered with its return. */
    abstract boolean isAnswer(Optional<Errno> outcome);

    /** An ICMP error ends it here, though the kernel would go on and try a SYN again. */
    @Override
    public final boolean await(Duration timeout) {
        if (isOver()) {
            return true;
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        if (Sys.poll(fd(), answer, timeout) == 0) {
            time.gaveUpAt(deadline);
            return false;
        }
        boolean heard = socket.drainErrors();
        failure = Sys.pendingError(fd()).orElse(heard ? socket.lastErrno() : null);
        answered = failure == null;
        return true;
    }

    @Override
    public final void close() {
        socket.close();
    }

    final Fd fd() {
        return socket.fd();
    }

    final int port() {
        return socket.port();
    }

    final String netns() {
        return from.name();
    }

    final Endpoint to() {
        return to;
    }

    final List<IcmpError> errors() {
        return socket.errors();
    }

    final Optional<Errno> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What it ended with, or ETIMEDOUT while it has not ended; empty if it was answered. */
    final Optional<Errno> failure() {
        return answered
                ? Optional.empty()
                : refusal().or(() -> Optional.ofNullable(failure)).or(() -> Optional.of(Errno.ETIMEDOUT));
    }

    final Duration elapsed() {
        return isOver() ? time.elapsed() : time.waited();
    }

    private boolean isOver() {
        return answered || refusal != null || failure != null;
    }
}
